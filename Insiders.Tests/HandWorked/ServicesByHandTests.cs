using Insiders.Core.Cleaning;
using Insiders.Core.Import;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.HandWorked;

/// <summary>Which codes are services by their lines alone, in a shop of 500 orders of mugs.</summary>
public sealed class ServicesByHandTests
{
    // 24 lines of 24 prices from 3 to 72: twenty-four times the lowest.
    [Fact]
    public async Task A_code_of_many_prices_on_few_orders_is_a_service_and_is_asked_about()
    {
        var clean = await CleanAsync([.. Mugs(500), .. Lines("X", "Repairs", 24, price: line => 3 * line)]);

        Assert.Equal(500, clean.Report.PurchaseRows);
        var question = Assert.Single(clean.Report.Questions);
        Assert.Equal((QuestionCode.ServiceLines, 24, 900m), (question.Code, question.Rows, question.Amount)); // 3 + 6 + … + 72
    }

    [Theory]
    [InlineData(19, 3, "Repairs")] // too few lines
    [InlineData(24, 0, "Repairs")] // one price
    [InlineData(27, 3, "Repairs")] // 27 of 527 orders are more than one in twenty
    public async Task A_code_that_lacks_one_of_them_is_goods(int lines, int step, string? description)
        => Assert.Empty((await CleanAsync([.. Mugs(500), .. Lines("X", description, lines, price: line => 3 + (step * (line - 1)))])).Report.Questions);

    [Fact]
    public async Task A_code_without_any_description_is_a_service_on_any_number_of_orders_if_goods_are_described()
    {
        var lines = Lines("X", null, 60, price: line => 3 * line).ToArray();

        Assert.Equal(100, (await CleanAsync([.. Mugs(100), .. lines])).Report.PurchaseRows);
        Assert.Equal(160, (await CleanAsync([.. Mugs(100).Select(mug => mug with { Description = null }), .. lines])).Report.PurchaseRows);
    }

    [Fact]
    public async Task A_discount_of_many_amounts_stays_a_discount()
    {
        var clean = await CleanAsync([.. Mugs(500), .. Lines("D", "Discount", 24, price: line => 3 * line).Select(line => line with { Quantity = -1 })]);

        Assert.Equal(QuestionCode.DiscountLines, Assert.Single(clean.Report.Questions).Code);
    }

    private static IEnumerable<SaleRow> Mugs(int orders)
        => Enumerable.Range(1, orders).Select(order => new SaleRow { Invoice = $"M{order}", StockCode = "MUG", UnitPrice = 100, Quantity = 10 });

    private static IEnumerable<SaleRow> Lines(string code, string? description, int lines, Func<int, int> price)
        => Enumerable.Range(1, lines).Select(line => new SaleRow { Invoice = $"{code}{line}", StockCode = code, Description = description, UnitPrice = price(line) });

    private static async Task<CleanLedger> CleanAsync(IReadOnlyList<SaleRow> rows)
    {
        using var session = TestLedger.Of(rows);
        return await CleanLedger.BuildAsync(session, CleaningSettings.Shop, CancellationToken.None);
    }
}
