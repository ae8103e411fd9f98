using System.Globalization;
using CsvHelper;
using Insiders.Core.Cleaning;
using Insiders.Core.Customers;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Pipeline;
using Insiders.Core.Segments;
using Insiders.Core.Segments.Stages;

namespace Insiders.Web.Exports;

/// <summary>The result of a run as CSV tables.</summary>
public static class ResultTables
{
    private static readonly string[] s_segments =
        ["segment", "name", "customers", "share", "revenue", "mean_revenue", "median_revenue", "recency_days", "frequency", "return_rate", "invoices", "items",
            "new", "active", "slipping", "dormant", "lost", "name_holds_for"];

    private static readonly string[] s_customers = ["customer_id", "cluster", "segment", "x", "y", "silhouette"];

    private static readonly string[] s_measures = [SalesMeasures.NetRevenue, CustomerMeasures.OrderValue, SalesMeasures.LastPurchase, SalesMeasures.CustomerSince, SalesMeasures.DaysOverdue, "stage"];

    private static readonly string[] s_cleaning = ["rule", "rows_dropped", "rows_left", "customers_left"];

    private static readonly string[] s_rejects = ["line", "column", "value", "reason"];

    /// <summary>One line per segment, highest mean revenue first; <c>segment</c> is the key that the customers' table uses.</summary>
    public static void WriteSegments(TextWriter output, SegmentationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        using var csv = CsvFile.Start(output, s_segments);
        foreach (var segment in result.Segments)
        {
            var profile = segment.Profile;
            csv.WriteField(segment.Position);
            csv.WriteField(segment.Name.English);
            csv.WriteField(profile.Customers);
            csv.WriteNumber(profile.CustomerShare);
            csv.WriteNumber(profile.RevenueAmount);
            csv.WriteNumber(profile.MeanRevenueAmount);
            csv.WriteNumber(profile.MedianRevenueAmount);
            csv.WriteNumber(profile.RecencyDays);
            csv.WriteNumber(profile.Frequency);
            csv.WriteNumber(profile.ReturnShare);
            csv.WriteNumber(profile.Invoices);
            csv.WriteNumber(profile.Items);
            WriteMembers(csv, segment);
            csv.EndRecord();
        }
    }

    // The last column is the share of members for whom the name is true; empty when the name makes no claim.
    private static void WriteMembers(CsvWriter csv, Segment segment)
    {
        foreach (var stage in Enum.GetValues<CustomerStage>())
        {
            csv.WriteField(segment.Members?.Of(stage).ToString(CultureInfo.InvariantCulture) ?? "");
        }

        csv.WriteNumber(segment.Members is { } members && SegmentNaming.ClaimOf(segment.Name) is { } claim ? claim.ShareOf(members) : double.NaN);
    }

    /// <summary>One line per customer, in the order of their ids, with every feature and then the measures, which are empty where a customer has none; <c>segment</c> is empty, and <c>cluster</c> is −1, for customers who are not in any group.</summary>
    public static void WriteCustomers(TextWriter output, SegmentationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var features = result.Features;
        using var csv = CsvFile.Start(output, [.. s_customers, "country", .. features.Definitions.Select(definition => definition.Name), .. s_measures]);
        for (var i = 0; i < features.Customers; i++)
        {
            csv.WriteField(features.CustomerIds[i]);
            csv.WriteField(result.Clusters.Labels[i]);
            csv.WriteField(result.SegmentOf[i] is var place && place == Partition.Noise ? "" : result.Segments[place].Position.ToString(CultureInfo.InvariantCulture));
            csv.WriteNumber(result.Coordinates[i, 0]);
            csv.WriteNumber(result.Coordinates[i, 1]);
            csv.WriteNumber(result.CustomerSilhouettes[i]);
            csv.WriteField(features.Countries[i]);
            foreach (var value in features.Values.Row(i))
            {
                csv.WriteNumber(value);
            }

            WriteMeasures(csv, result, i);
            csv.EndRecord();
        }
    }

    // After the study's columns, so that whoever reads those by place still does.
    private static void WriteMeasures(CsvWriter csv, SegmentationResult result, int row)
    {
        var features = result.Features;
        csv.WriteNumber(Of(SalesMeasures.NetRevenue));
        csv.WriteNumber(CustomerMeasure.Divide(features.Values[row, features.ColumnOf("gross_revenue")], features.Values[row, features.ColumnOf("qtty_invoices")]));
        csv.WriteField(DayOf(Of(SalesMeasures.LastPurchase)));
        csv.WriteField(DayOf(Of(SalesMeasures.CustomerSince)));
        csv.WriteNumber(Of(SalesMeasures.DaysOverdue));
        csv.WriteField(result.Stages.IsEmpty ? "" : result.Stages[row].ToString().ToLowerInvariant());

        double Of(string measure) => result.Measures.TryGetValue(measure, out var values) ? values[row] : double.NaN;
    }

    private static string DayOf(double dayNumber) => double.IsNaN(dayNumber) ? "" : DateOnly.FromDayNumber((int)dayNumber).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The waterfall: the raw ledger, then what each rule dropped and left.</summary>
    public static void WriteCleaning(TextWriter output, CleaningReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var csv = CsvFile.Start(output, s_cleaning);
        foreach (var step in report.Steps)
        {
            csv.WriteField(step.Rule);
            csv.WriteField(step.RowsDropped);
            csv.WriteField(step.RowsLeft);
            csv.WriteField(step.CustomersLeft);
            csv.EndRecord();
        }
    }

    /// <summary>The rejected rows. The ledger already escaped formulas in them; line endings and encoding are converted to those of the other files.</summary>
    public static void WriteRejects(TextWriter output, string? rejectsFile)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (rejectsFile is null)
        {
            CsvFile.Start(output, s_rejects).Dispose();
            return;
        }

        using var rejects = new StreamReader(rejectsFile);
        while (rejects.ReadLine() is { } line)
        {
            output.Write(line);
            output.Write('\n');
        }
    }
}
