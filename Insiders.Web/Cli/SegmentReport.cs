using System.Globalization;
using Insiders.Core.Cleaning;
using Insiders.Core.Import;
using Insiders.Core.Pipeline;
using Insiders.Core.Segments;

namespace Insiders.Web.Cli;

/// <summary>What the <c>segment</c> verb prints about a run.</summary>
public static class SegmentReport
{
    /// <summary>Rows whose dates cannot be right, before everything else; nothing when there are none.</summary>
    public static string LeftOut(StrayDates? stray) => stray is null ? "" : string.Create(CultureInfo.InvariantCulture, $"""
        Left out for their dates: {stray.Rows:N0} {(stray.Rows == 1 ? "row" : "rows")} worth {stray.Amount:N2}, dated {stray.First:yyyy-MM-dd}{(stray.First == stray.Last ? "" : $" to {stray.Last:yyyy-MM-dd}")}: after the day of the import or years from all others. See rejects.csv.


        """);

    /// <summary>The cleaning waterfall and what it left.</summary>
    public static string Waterfall(CleaningReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var rows = report.Steps.Select(step => new[]
        {
            step.Enabled ? step.Rule : $"{step.Rule} (off)", Whole(step.RowsDropped), Whole(step.RowsLeft), Whole(step.CustomersLeft),
        });
        var table = TextTable.Format(["Cleaning rule", "rows dropped", "rows left", "customers left"], [.. rows]);
        return string.Create(CultureInfo.InvariantCulture, $"""
            {table}
            Left: {report.PurchaseRows:N0} purchase rows, {report.ReturnRows:N0} return rows, {report.Invoices:N0} invoices, {report.StockCodes:N0} stock codes, {report.Countries:N0} countries,
            {report.Customers:N0} customers, gross revenue {report.GrossRevenueAmount:N2}, {report.FirstDate:yyyy-MM-dd} to {report.LastDate:yyyy-MM-dd}. Sold to nobody by name: {report.UnattributedRevenueAmount:N2}.

            """);
    }

    /// <summary>Silhouette by number of clusters, and by method where several were tried; the winner marked.</summary>
    public static string Sweep(SegmentationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var isOne = result.Candidates.DistinctBy(candidate => candidate.Method).Count() < 2;
        var rows = result.Candidates.Select(candidate => new[]
        {
            candidate.Method,
            candidate.ClusterCount.ToString(CultureInfo.InvariantCulture),
            candidate.Silhouette?.ToString("F4", CultureInfo.InvariantCulture) ?? "not defined",
            candidate.IsWinner ? "<- best" : "",
        });
        return isOne ? TextTable.Format(["k", "silhouette", ""], [.. rows.Select(row => row[1..])], leftColumns: 0) : TextTable.Format(["method", "k", "silhouette", ""], [.. rows]);
    }

    /// <summary>One line per segment, highest mean revenue first.</summary>
    public static string Segments(SegmentationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var rows = result.Segments.Select(segment =>
        {
            var profile = segment.Profile;
            return new[]
            {
                segment.Position.ToString(CultureInfo.InvariantCulture), NameOf(segment.Name), Whole(profile.Customers), Percent(profile.CustomerShare, "P1"),
                Number(profile.MeanRevenueAmount, "N2"), Number(profile.MedianRevenueAmount, "N2"), Number(profile.RecencyDays, "N1"),
                Number(profile.Frequency, "F4"), Percent(profile.ReturnShare, "P2"), Number(profile.Invoices, "N1"), Number(profile.Items, "N0"),
                Number(profile.RevenueAmount, "N2"),
            };
        });
        return TextTable.Format(
            ["#", "segment", "customers", "share", "mean revenue", "median", "recency", "frequency", "return rate", "invoices", "items", "revenue"], [.. rows], leftColumns: 2);
    }

    /// <summary>Seconds by stage, and their sum.</summary>
    public static string Timings(IReadOnlyList<(string Stage, double Seconds)> seconds)
    {
        var rows = seconds.Select(stage => new[] { stage.Stage, Number(stage.Seconds, "F2") });
        return TextTable.Format(["stage", "seconds"], [.. rows, ["sum", Number(seconds.Sum(stage => stage.Seconds), "F2")]]);
    }

    // The study's names stay where they do not hold, and say so.
    private static string NameOf(SegmentName name)
        => name.Doubt is { } doubt ? $"{name.English} ({Percent(doubt.Share, "P0")} {doubt.Claim.Word.English})" : name.English;

    private static string Whole(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static string Percent(double share, string format) => share.ToString(format, CultureInfo.InvariantCulture);
}
