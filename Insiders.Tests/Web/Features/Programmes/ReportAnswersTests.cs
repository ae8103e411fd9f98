using System.Globalization;
using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using Insiders.Core.Application.Analyses;
using Insiders.Core.Application.Programmes;
using Insiders.Core.Application.Programmes.Report;
using Insiders.Core.Customers;
using Insiders.Core.Ledger;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Features.Programmes.Report;
using Insiders.Web.Localization;
using Insiders.Web.Navigation;
using Microsoft.Extensions.Logging.Abstractions;

namespace Insiders.Tests.Web.Features.Programmes;

public sealed partial class ReportAnswersTests : UiTest
{
    [Fact]
    public async Task Figures_agree_with_a_query_of_the_sales_and_change_with_them()
    {
        await using var house = await RunHouse.OpenAsync();
        await house.ImportShopAsync(300);
        await house.PublishAsync(1);
        var runs = house.Published();
        using var service = house.Programme(runs);
        var report = await ReadAsync(service);
        var worth = report.Snapshot.Worth;

        // Revenue by customer from the run's sales file, apart from the features of the run.
        var file = house.Sales.Find(house.Ledger.Fingerprint().ToString(), RunHouse.Quick.Cleaning)!;
        var revenue = await RevenueAsync(file);
        var members = report.Snapshot.Stored.Members.Select(member => revenue[member.CustomerId]).Order().ToArray();
        var all = revenue.Values.Order().ToArray();
        var top = all.TakeLast(members.Length).Sum();
        Assert.Equal(report.Snapshot.Run.Customers.Count, all.Length);
        Assert.InRange(members.Length, 1, all.Length - 1);
        Assert.Equal(members.Length, worth.Customers);
        Assert.Equal(members.Sum() / all.Sum(), worth.RevenueShare, 9);
        Assert.Equal(top / all.Sum(), worth.TopRevenueShare, 9);
        Assert.Equal(Median(members), report.MedianRevenueAmount!.Value, 6);
        Assert.Equal(Median(all), report.BaseMedianRevenueAmount, 6);

        var nine = ReportAnswers.Nine(report);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9], nine.Select(answer => answer.Number));
        Assert.Equal(Enumerable.Range(10, 11), FurtherAnswers.Of(report).Select(answer => answer.Number));
        Assert.Contains(Format.Percent(members.Sum() / all.Sum()), nine[3].Sentences[0].Text, StringComparison.Ordinal);
        Assert.Contains(Format.Percent(top / all.Sum()), nine[3].Sentences[1].Text, StringComparison.Ordinal);
        Assert.True(nine[4].IsOpen); // nothing is computed of what comes next
        Assert.All(ReportAnswers.All(report).SelectMany(answer => answer.Sentences), sentence => Assert.DoesNotContain("NaN", sentence.Text, StringComparison.Ordinal));

        // One member bought more: the sentence says another share.
        var customer = report.Snapshot.Stored.Members[0].CustomerId;
        var more = house.Folder.Database + ".more.csv";
        await File.WriteAllTextAsync(more, $"InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n990001,A1,Mug,1000,2025-12-09 10:00:00,9.50,{customer},United Kingdom\n");
        await house.Ledger.ImportAsync(more, Insiders.Core.Import.ImportOptions.Default, SavedRuns.Noon, null, CancellationToken.None);
        await house.PublishAsync(1);
        Assert.NotEqual(nine[3].Sentences[0].Text, ReportAnswers.Nine(await ReadAsync(service))[3].Sentences[0].Text);
    }

    [Fact]
    public async Task Every_link_leads_to_exactly_the_customers_that_its_sentence_counts()
    {
        await using var house = await RunHouse.OpenAsync();
        await house.ImportShopAsync(300);
        await house.PublishAsync(1);
        var runs = house.Published();
        using var service = house.Programme(runs);
        var run = (await runs.FindAsync(CancellationToken.None))!;

        // A member who was put in by hand is of another segment: a link to the segment would show others.
        await service.FindMembersAsync(run, CancellationToken.None);
        await service.DecideAsync(Actors.Ben, run.Customers.Ids[run.Customers.Everybody.Last(row => run.Customers.SegmentOf[row] > 0)], 0, "asked for it", null, CancellationToken.None);
        var report = await ReadAsync(service);
        var customers = run.Customers;

        Assert.Equal(report.Snapshot.Worth.Customers, Count(Find(2).Sentences[0]));
        Assert.Equal(report.Segments.OrderByDescending(part => part.Customers).Select(part => part.Customers), Find(2).Bars.Select(bar => CountAt(bar.Address!)));
        Assert.Equal(report.Snapshot.Worth.Customers, Count(Find(4).Sentences[0]));
        Assert.Equal(report.Snapshot.Worth.Customers, Count(Find(4).Sentences[1]));
        Assert.Equal(report.Words.Rules.Entry!.Rule.Met, Count(Find(6).Sentences[0]));
        Assert.Equal(report.AtRisk, report.AtRisk == 0 ? 0 : Count(Find(9).Sentences[0]));
        Assert.Equal(report.Silences.Sum(silence => silence.Gone), Count(Find(11).Sentences[0]));
        Assert.Equal(report.Silences.Select(silence => silence.Gone), Find(11).Bars.Select(bar => CountAt(bar.Address!)));
        Assert.Equal(report.Varieties.Select(variety => customers.MembersOf(variety.Segment).Length), Find(17).Bars.Select(bar => CountAt(bar.Address!)));

        ReportAnswer Find(int number) => ReportAnswers.All(report).Single(answer => answer.Number == number);
        int Count(ReportSentence sentence) => CountAt(sentence.Address!);
        int CountAt(string address)
        {
            var query = AddressQuery.Of(address);
            return customers.Select(FilterAddress.Read(query, customers, query.Find(FilterAddress.Audience) == FilterAddress.Members ? NamedCustomers.Members(report.Snapshot.Rows) : null)).Length;
        }
    }

    [Fact]
    public async Task A_published_run_keeps_its_report_as_it_was_read()
    {
        await using var house = await RunHouse.OpenAsync();
        await house.ImportShopAsync(300);
        await house.PublishAsync(1);
        var runs = house.Published();
        using var service = house.Programme(runs);
        var store = new RunAnalysisStore(house.Folder.Database);
        var analyses = new RunAnalysisService(store, new(), TimeProvider.System, NullLogger<RunAnalysisService>.Instance);
        var loader = new ReportLoader(
            service, new(analyses, new()), new(service), analyses, new(), new(store, TimeProvider.System, NullLogger<ReportArchive>.Instance));

        var read = (await loader.FindAsync(null, CancellationToken.None))!;
        await house.PublishAsync(2);
        Assert.Null(await loader.FindAsync(99, CancellationToken.None));
        var later = (await loader.FindAsync(null, CancellationToken.None))!;
        var kept = (await loader.FindAsync(read.RunId, CancellationToken.None))!;

        Assert.NotEqual(read.RunId, later.RunId);
        Assert.Equal([later.RunId, read.RunId], later.Kept.AsEnumerable());
        Assert.Equal(read.Lines.Select(line => line.Sentence), kept.Lines.Select(line => line.Sentence));
        Assert.Equal(read.Answers.SelectMany(answer => answer.Bars).Select(bar => bar.Text), kept.Answers.SelectMany(answer => answer.Bars).Select(bar => bar.Text));
        Assert.NotNull(kept.ReadAt);
        Assert.All(kept.Answers, answer => Assert.True(answer.Address is null && answer.Sentences.All(sentence => sentence.Address is null) && answer.Bars.All(bar => bar.Address is null)));
    }

    [Fact]
    public void No_number_is_typed_in_a_sentence_of_the_report()
    {
        foreach (var language in new[] { "en", "pt-BR" })
        {
            var texts = Insiders.Web.Localization.Texts.ResourceManager.GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: true)!.Cast<System.Collections.DictionaryEntry>()
                .Where(text => ((string)text.Key).StartsWith("Report", StringComparison.Ordinal)).ToArray();
            Assert.NotEmpty(texts);
            Assert.All(texts, text => Assert.False(Digit().IsMatch(Placeholder().Replace((string)text.Value!, "")), $"{text.Key}: {text.Value}"));
        }
    }

    private static async Task<ProgrammeReport> ReadAsync(ProgrammeService service)
    {
        var snapshot = (await service.FindAsync(CancellationToken.None))!;
        return ProgrammeReport.Of(snapshot, await service.FindWordsAsync(snapshot, CancellationToken.None), ReportEvidence.None);
    }

    private static async Task<Dictionary<string, double>> RevenueAsync(string file)
    {
        await using var connection = new DuckDBConnection("DataSource=:memory:");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A quoted path.
        command.CommandText = $"SELECT customer_id, CAST(sum(amount) AS DOUBLE) FROM read_parquet({LedgerSession.Quote(file)}) WHERE quantity >= 0 GROUP BY customer_id";
#pragma warning restore CA2100
        var revenue = new Dictionary<string, double>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            revenue.Add(reader.GetString(0), reader.GetDouble(1));
        }

        return revenue;
    }

    private static double Median(double[] sorted) => sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;

    [GeneratedRegex(@"\{[0-9]+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("[0-9]")]
    private static partial Regex Digit();
}
