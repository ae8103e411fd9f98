using System.Collections.Immutable;
using Insiders.Core.Cleaning;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Periods;
using Insiders.Core.Customers.Sales;
using Insiders.Core.Features;
using Insiders.Core.Ledger;
using Insiders.Core.Pipeline;
using Insiders.Core.Segments;
using Insiders.Core.Segments.Stages;
using Insiders.Core.Storage.Files;

namespace Insiders.Tests.Fixtures.Shops;

/// <summary>
/// A cleaned ledger with its customers and sales as pages hold them, without a model: the tenth of the customers who spent most are segment 1
/// (Best), the next four tenths segment 2 (Middle), the others segment 3 (Rest).
/// </summary>
public sealed class CleanShop : IDisposable
{
    private readonly TempFolder _folder;

    private readonly Lazy<LedgerSession> _questions;

    private CleanShop(TempFolder folder) => (_folder, _questions) = (folder, new(OpenQuestions));

    /// <summary>Its cleaned sales, as a file for DuckDB.</summary>
    public required string SalesFile { get; init; }

    /// <summary>Its customers with stages, months and days.</summary>
    public required CustomerTable Customers { get; init; }

    /// <summary>What they bought.</summary>
    public required RunSales Sales { get; init; }

    /// <summary>The days it has sales of.</summary>
    public required PeriodCoverage Coverage { get; init; }

    /// <summary>Cleans rows written by hand.</summary>
    public static async Task<CleanShop> OfAsync(IEnumerable<SaleRow> rows)
    {
        using var session = TestLedger.Of(rows);
        return await OfAsync(session, CleaningSettings.Default);
    }

    /// <summary>Cleans a ledger.</summary>
    /// <param name="session">The ledger.</param>
    /// <param name="settings">How it is cleaned.</param>
    /// <param name="table">Puts its customers into segments; null for the three above.</param>
    public static async Task<CleanShop> OfAsync(LedgerSession session, CleaningSettings settings, Func<FeatureTable, CustomerTable>? table = null)
    {
        var folder = new TempFolder();
        var clean = await CleanLedger.BuildAsync(session, settings, CancellationToken.None);
        var kept = new RunSalesFolder(folder.Combine("sales"));
        kept.Keep(session, "ledger", settings, CancellationToken.None);
        var file = kept.Find("ledger", settings)!;
        var bare = (table ?? Table)(await FeatureTable.BuildAsync(clean, clean.Report.LastDate, CancellationToken.None));
        var sales = await RunSales.OpenAsync(file, bare, 2, 500, CancellationToken.None);
        var days = await sales.CustomerDaysAsync(CancellationToken.None);
        var purchases = days.PurchaseDays(clean.Report.LastDate);
        var customers = bare.WithMonths(new MonthlySales(await sales.CustomerMonthsAsync(CancellationToken.None))).WithDays(days, purchases, clean.Report.LastDate)
            .WithStages(CustomerStages.Of(purchases, clean.Report.FirstDate, clean.Report.LastDate, StageSettings.FromLedger));
        return new CleanShop(folder)
        {
            SalesFile = file,
            Customers = customers,
            Sales = sales,
            Coverage = new(clean.Report.FirstDate, clean.Report.LastDate, await sales.FindGapsAsync(CancellationToken.None)),
        };
    }

    /// <summary>The study's ledger and cleaning, with the segments that its own 22 clusters are merged into, as stable ids 1 to 8.</summary>
    public static async Task<CleanShop> OfStudyAsync()
    {
        using var session = TestLedger.Open(TestLedger.Ecommerce);
        return await OfAsync(session, Recipe.Study.Cleaning, features =>
        {
            var clusters = RetailReference.Clusters;
            Assert.Equal(RetailReference.Features.CustomerIds.AsEnumerable(), features.CustomerIds);
            var segments = SegmentSet.Build(features, clusters, GroupProfiles.Build(features, clusters.Labels, clusters.ClusterCount), new MergeOptions()).Segments;
            var of = segments.SelectMany((segment, place) => segment.Clusters.Select(cluster => (cluster, place))).ToDictionary(pair => pair.cluster, pair => pair.place);
            ImmutableArray<double> zeros = [.. new double[features.Customers]];
            var columns = new CustomerColumns(
                features.CustomerIds, features.Countries, clusters.Labels, [.. clusters.Labels.Select(label => (long?)(of[label] + 1))], zeros, zeros, zeros,
                [.. features.Definitions.Select(definition => definition.Name)], [.. features.Definitions.Select(definition => features.Column(definition.Name).ToImmutableArray())]);
            return new CustomerTable(columns, [.. segments.Select((segment, place) => new RunSegment(place + 1, SegmentPalette.All[place], segment))]);
        });
    }

    /// <summary>What a query over the sales file answers, cells joined by a bar: <c>run</c> is a sale per row with its <c>day</c> and its customer's <c>country_of</c> and <c>segment</c>.</summary>
    public IReadOnlyList<string> Ask(string sql) => TestLedger.Rows(_questions.Value, sql);

    public void Dispose()
    {
        Sales.Dispose();
        if (_questions.IsValueCreated)
        {
            _questions.Value.Dispose();
        }

        _folder.Dispose();
    }

    // A customer's country and segment are the table's: everything else is counted from the lines.
    private LedgerSession OpenQuestions()
    {
        var session = LedgerSession.Open([], 2, 1_000, null);
        session.Execute("CREATE TABLE people (customer_id VARCHAR, country_of VARCHAR, segment INTEGER)");
        using (var appender = session.Connection.CreateAppender("people"))
        {
            foreach (var row in Customers.Everybody)
            {
                appender.CreateRow().AppendValue(Customers.Ids[row]).AppendValue(Customers.Countries[row]).AppendValue((int?)Customers.SegmentAt(row)?.SegmentId).EndRow();
            }
        }

        session.Execute($"CREATE TABLE run AS SELECT *, CAST(sold_at AS DATE) AS day FROM read_parquet({LedgerSession.Quote(SalesFile)}) JOIN people USING (customer_id)");
        return session;
    }

    private static CustomerTable Table(FeatureTable features)
    {
        ImmutableArray<double> zeros = [.. Enumerable.Repeat(0.0, features.Customers)];
        var byRevenue = features.Column("gross_revenue").Index().OrderByDescending(customer => customer.Item).Select((customer, rank) => (customer.Index, rank)).ToDictionary();
        ImmutableArray<int> clusters = [.. Enumerable.Range(0, features.Customers).Select(row => byRevenue[row] * 10 / features.Customers is var tenth && tenth == 0 ? 0 : tenth < 5 ? 1 : 2)];
        var columns = new CustomerColumns(
            features.CustomerIds, features.Countries, clusters, [.. clusters.Select(cluster => (long?)(cluster + 1))], zeros, zeros, zeros,
            [.. features.Definitions.Select(definition => definition.Name)], [.. features.Definitions.Select(definition => features.Column(definition.Name).ToImmutableArray())]);
        return new CustomerTable(columns, [SmallBase.Segment(1, 0, english: "Best"), SmallBase.Segment(2, 1, english: "Middle"), SmallBase.Segment(3, 2, english: "Rest")]);
    }
}
