using System.Globalization;
using System.Text.RegularExpressions;
using Insiders.Core.Cleaning;
using Insiders.Core.Features;
using Insiders.Core.Import;
using Insiders.Core.Ledger;
using Insiders.Core.Pipeline;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Core.Import;

/// <summary>Every case of ../shared/cases, from the file to each customer's figures. Not in parallel with itself: each is a ledger of its own.</summary>
public sealed class ShopCasesTests : IDisposable
{
    private static readonly DateTimeOffset s_importedAt = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Names => ShopCase.Names;

    [ShopCaseTheory, MemberData(nameof(Names))]
    public async Task Every_customer_has_the_figures_that_are_true_or_a_question_is_asked(string name)
    {
        var (shop, expects) = (ShopCase.Find(name), ShopCase.Find(name).Text("expect")!);
        var ledger = new SalesLedger(_folder.Combine("ledger"));
        LedgerImport import;
        try
        {
            import = await ledger.ImportAsync(shop.Path, ImportOptions.Default with { Threads = 1 }, s_importedAt, null, CancellationToken.None);
        }
        catch (NotALedgerException refusal)
        {
            Assert.Equal("refuse", expects);
            Assert.Matches(new Regex(shop.Text("refusal")!, RegexOptions.IgnoreCase), refusal.Message);
            return;
        }

        if (import.Questions.Any(question => question.IsOpen))
        {
            Assert.Equal("read or ask", expects);
            return;
        }

        using var session = ledger.Open(threads: 1);
        var clean = await CleanLedger.BuildAsync(session, Recipe.Shop.Cleaning, CancellationToken.None);
        var features = await FeatureTable.BuildAsync(clean, clean.Report.LastDate, CancellationToken.None);
        if (expects == "refuse")
        {
            Assert.InRange(features.Customers, 0, 1); // Too few for groups: the run says so.
            return;
        }

        Assert.Equal(shop.Text("as_of"), clean.Report.LastDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        AssertFigures(shop, features);
        AssertQuestions(shop, [.. import.Questions, .. clean.Report.Questions]);
    }

    private static void AssertFigures(ShopCase shop, FeatureTable features)
    {
        var expected = shop.Customers();
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), features.CustomerIds.Select(id => id.ToLowerInvariant()).Order(StringComparer.Ordinal));
        var (revenue, recency, invoices) = (features.Column("gross_revenue"), features.Column("recency_days"), features.Column("qtty_invoices"));
        for (var i = 0; i < features.Customers; i++)
        {
            var customer = features.CustomerIds[i].ToLowerInvariant();
            if (!shop.Excepted().Contains(customer))
            {
                var (money, days, orders, country) = expected[customer];
                Assert.Equal((double)(money ?? (decimal)revenue[i]), revenue[i], 0.005);
                Assert.Equal((double)(days ?? (decimal)recency[i]), recency[i], 0.005);
                Assert.Equal((double)(orders ?? (decimal)invoices[i]), invoices[i], 0.005);
                Assert.Equal(country ?? features.Countries[i], features.Countries[i]);
            }
        }
    }

    private static void AssertQuestions(ShopCase shop, IReadOnlyList<Question> questions)
    {
        var lines = questions.Select(question => question.Sentence).ToList();
        if (shop.IsQuiet)
        {
            Assert.Empty(lines);
        }

        if (shop.Text("says") is { } says)
        {
            Assert.Contains(lines, line => Regex.IsMatch(line, says, RegexOptions.IgnoreCase) && Regex.Count(line, @"\d[\d,.]*") >= 2);
        }
    }
}
