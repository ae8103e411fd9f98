using System.Globalization;
using Insiders.Core.Cleaning;
using Insiders.Core.Features;
using Insiders.Core.Import;
using Insiders.Core.Learning.Sweep;
using Insiders.Core.Ledger;
using Insiders.Core.Pipeline;
using Insiders.Core.Segments;

namespace Insiders.Web.Cli;

/// <summary>What the <c>segment</c> verb prints about a run.</summary>
public static class SegmentReport
{
    private const string AllAlike = "All customers are alike in what the model looks at: they are one group.\n";

    // What takes more than this away is said before everything else.
    private const double Noticed = 0.005;

    /// <summary>What is doubtful about the data, one question a line, with the option that answers it in another way; nothing when there is nothing.</summary>
    public static string Questions(IReadOnlyList<Question> questions)
    {
        ArgumentNullException.ThrowIfNull(questions);
        return questions.Count == 0 ? "" : $"Questions about the data\n{string.Concat(questions.Select(question => $"{question.Sentence}{Otherwise(question)}\n"))}\n";
    }

    /// <summary>Rows that could not be read and rules that took away more than one row or one unit of money in two hundred; nothing when there are none.</summary>
    public static string LeftOut(LedgerImport? import, CleaningReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var lines = new List<string>();
        if (import?.IsNoticeable == true)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"Left out while reading: {import.RowsRejected:N0} of {import.RowsRead:N0} rows ({(double)import.RowsRejected / import.RowsRead:P1}), worth {import.RejectedAmount:N2}, see rejects.csv."));
        }

        foreach (var part in (import?.LeftOut ?? []).Concat(report.LeftOut))
        {
            lines.Add(string.Create(
                CultureInfo.InvariantCulture, $"Left out whole: the {(part.Kind == LeftOutKind.Month ? "month" : "country")} {part.Name}, {part.Rows:N0} {(part.Rows == 1 ? "row" : "rows")}, worth {part.Amount:N2}, {(part.Rule.Length == 0 ? "while reading" : $"most by the rule {part.Rule}")}."));
        }

        var (rows, money) = (report.Steps[0].RowsLeft, report.GrossRevenueAmount + report.Steps.Sum(step => step.DroppedAmount));
        lines.AddRange(report.Steps.Where(step => step.RowsDropped > Noticed * rows || (money > 0 && step.DroppedAmount > (decimal)Noticed * money)).Select(step => string.Create(
            CultureInfo.InvariantCulture, $"Left out by the rule {step.Rule}: {step.RowsDropped:N0} rows ({(double)step.RowsDropped / rows:P1}), worth {step.DroppedAmount:N2} ({(money > 0 ? step.DroppedAmount / money : 0):P1}).")));
        return lines.Count == 0 ? "" : string.Join('\n', lines) + "\n\n";
    }

    /// <summary>The cleaning waterfall and what it left.</summary>
    public static string Waterfall(CleaningReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var rows = report.Steps.Select(step => new[]
        {
            step.Enabled ? step.Rule : $"{step.Rule} (off)", Whole(step.RowsDropped), step.DroppedAmount.ToString("N2", CultureInfo.InvariantCulture), Whole(step.RowsLeft), Whole(step.CustomersLeft),
        });
        var table = TextTable.Format(["Cleaning rule", "rows dropped", "money", "rows left", "customers left"], [.. rows]);
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
        if (result.Candidates is [{ IsByRule: true } rule])
        {
            return rule.Method == Candidate.AllAlike ? AllAlike : string.Create(CultureInfo.InvariantCulture, $"""
                {result.Features.Customers:N0} customers are too few to learn groups from, which takes {AverageGroups.FewestToLearnFrom}. They are grouped by what they spent and by how long ago they
                bought, each against the average. Whether other customers would fall into the same groups cannot be said.

                """);
        }

        if (result.BestClusterCount == 1)
        {
            return AllAlike;
        }

        var isOne = result.Candidates.DistinctBy(candidate => candidate.Method).Count() < 2;
        var rows = result.Candidates.Select(candidate => new[]
        {
            candidate.Method,
            candidate.ClusterCount.ToString(CultureInfo.InvariantCulture),
            candidate.Silhouette?.ToString("F4", CultureInfo.InvariantCulture) ?? "not defined",
            candidate.IsWinner ? "<- best" : "",
        });
        string[] head = ["method", "k", "silhouette", ""];
        if (result.Candidates.Any(candidate => candidate.Stability is not null))
        {
            head = [.. head[..3], "found again", ""];
            rows = rows.Zip(result.Candidates, (row, candidate) => (string[])[.. row[..3], candidate.Stability?.ToString("F2", CultureInfo.InvariantCulture) ?? "", row[3]]);
        }

        return isOne ? TextTable.Format(head[1..], [.. rows.Select(row => row[1..])], leftColumns: 0) : TextTable.Format(head, [.. rows]);
    }

    /// <summary>What the groups were learned from, where the recipe chooses on the ledger at hand, and what cannot be said of this ledger; nothing for other recipes.</summary>
    public static string Features(SegmentationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var without = string.Concat(result.OmittedFeatures.Where(feature => feature.Reason == OmissionReason.NoColumn).GroupBy(feature => feature.Other!).Select(column =>
            $"The sales have no {NameOf(column.Key)}: the model does without {string.Join(", ", column.Select(feature => feature.Name))}.\n"));
        if (!result.Recipe.ChoosesFeatures)
        {
            return without;
        }

        var once = without + (result.Features.Column("qtty_invoices").All(invoices => invoices <= 1)
            ? "No customer has a second invoice: groups are by basket and time, and how often customers come back cannot be said.\n" : "");
        if (result.Candidates is [{ IsByRule: true }])
        {
            return once;
        }

        var used = result.Recipe.ModelFeatures.Except(result.OmittedFeatures.Select(feature => feature.Name));
        var omitted = result.OmittedFeatures.Where(feature => feature.Reason != OmissionReason.NoColumn).Select(feature => feature.Reason switch
        {
            OmissionReason.Repeats => $"{feature.Name} (repeats {feature.Other})",
            OmissionReason.Alike => $"{feature.Name} (the same for nearly all)",
            _ => $"{feature.Name} (not in this ledger)",
        });
        return $"{once}Learned from {string.Join(", ", used)}.\n" + (omitted.Any() ? $"Left out: {string.Join(", ", omitted)}.\n" : "");
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

    private static string NameOf(string column) => column switch
    {
        nameof(LedgerColumn.StockCode) => "product",
        nameof(LedgerColumn.Quantity) => "quantity",
        _ => "country",
    };

    // The study's names stay where they do not hold, and say so.
    private static string NameOf(SegmentName name)
        => name.Doubt is { } doubt ? $"{name.English} ({Percent(doubt.Share, "P0")} {doubt.Claim.Word.English})" : name.English;

    private static string Otherwise(Question question) => question.Alternatives.IsEmpty || Question.IsOfCleaning(question.Code)
        ? "" : $" Otherwise: {string.Join(" or ", question.Alternatives.Select(answer => $"--answer {question.Key}={answer}"))}.";

    private static string Whole(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static string Percent(double share, string format) => share.ToString(format, CultureInfo.InvariantCulture);
}
