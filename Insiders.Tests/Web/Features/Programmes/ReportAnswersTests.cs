using System.Globalization;
using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using Insiders.Core.Application.Programmes;
using Insiders.Core.Application.Programmes.Report;
using Insiders.Core.Ledger;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Features.Programmes.Report;
using Insiders.Web.Localization;

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
        Assert.Equal(Enumerable.Range(10, 11), ReportAnswers.Further(report).Select(answer => answer.Number));
        Assert.Contains(Format.Percent(members.Sum() / all.Sum()), nine[3].Sentences[0], StringComparison.Ordinal);
        Assert.Contains(Format.Percent(top / all.Sum()), nine[3].Sentences[1], StringComparison.Ordinal);
        Assert.True(nine[4].IsOpen); // nothing is computed of what comes next
        Assert.All(ReportAnswers.Lines(report), line => Assert.DoesNotContain("NaN", line.Sentence, StringComparison.Ordinal));

        // One member bought more: the sentence says another share.
        var customer = report.Snapshot.Stored.Members[0].CustomerId;
        var more = house.Folder.Database + ".more.csv";
        await File.WriteAllTextAsync(more, $"InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n990001,A1,Mug,1000,2025-12-09 10:00:00,9.50,{customer},United Kingdom\n");
        await house.Ledger.ImportAsync(more, Insiders.Core.Import.ImportOptions.Default, SavedRuns.Noon, null, CancellationToken.None);
        await house.PublishAsync(1);
        Assert.NotEqual(nine[3].Sentences[0], ReportAnswers.Nine(await ReadAsync(service))[3].Sentences[0]);
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
        return ProgrammeReport.Of(snapshot, await service.FindWordsAsync(snapshot, CancellationToken.None), null, null);
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
