using System.Collections.Immutable;
using Insiders.Core.Import;
using Insiders.Core.Ledger;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Core.Import;

/// <summary>Discounts given as shares: found by heading and values, taken off what the line would cost, and asked about.</summary>
public sealed class DiscountShareTests : IDisposable
{
    private static readonly DateTimeOffset s_importedAt = new(2022, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("OrderID,ProductID,UnitPrice,Quantity,Discount,OrderDate,CustomerID", "0.15", "0.05", "0")]
    [InlineData("OrderID,ProductID,UnitPrice,Quantity,Discount,OrderDate,CustomerID", "0.15000000596046448", "5.0000000745058E-2", "")]
    [InlineData("Pedido,Produto,Preco unitario,Quantidade,Desconto (%),Data,Cliente", "15", "5", "0")]
    [InlineData("Rechnungsnummer,Artikelnummer,Einzelpreis,Menge,Rabatt,Datum,Kunde", "15%", "5 %", "")]
    [InlineData("Factura,Codigo,Precio,Cantidad,Descuento,Fecha,Cliente", "-0.15", "-0.05", "0")]
    [InlineData("Commande,Code article,Prix unitaire,Quantite,Taux de remise,Date,Client", "0.15", "0.05", "0.00")]
    public async Task Shares_are_taken_off_and_said(string header, string fifteen, string five, string none)
    {
        // 2 x 100.00 less 15 %, 3 x 10.00 less 5 %, 4 x 2.50: 170.00 + 28.50 + 10.00, of 240.00.
        var (import, total) = await LoadAsync($"{header}\n1,A,100.00,2,{fifteen},2021-03-04,C1\n2,B,10.00,3,{five},2021-03-05,C2\n3,C,2.50,4,{none},2021-03-06,C1\n");

        var question = Assert.Single(import.Questions);
        Assert.Equal((QuestionCode.DiscountShares, "take-off", 2L, 31.50m), (question.Code, question.Answer, question.Rows, question.Amount));
        Assert.Contains("2 rows, worth 31.50", question.Sentence, StringComparison.Ordinal);
        Assert.Equal(208.50m, total);
    }

    [Fact]
    public async Task The_answer_leaves_amounts_as_they_stand()
    {
        var (import, total) = await LoadAsync("Order,SKU,Price,Qty,Discount,Date,Customer\n1,A,100.00,2,0.15,2021-03-04,C1\n2,B,10.00,3,0.05,2021-03-05,C2\n", (QuestionCode.DiscountShares, "paid"));

        Assert.Equal(("paid", 31.50m), (Assert.Single(import.Questions).Answer, import.Questions[0].Amount));
        Assert.Equal(230m, total);
    }

    [Fact]
    public async Task A_price_that_falls_with_the_discount_is_after_it()
    {
        var (import, total) = await LoadAsync("Order,SKU,Price,Qty,Discount,Date,Customer\n1,A,100.00,1,0,2021-03-04,C1\n2,A,85.00,1,0.15,2021-03-05,C2\n3,A,95.00,1,0.05,2021-03-06,C2\n");

        Assert.Equal("paid", Assert.Single(import.Questions).Answer);
        Assert.Equal(280m, total);
    }

    [Theory]
    [InlineData("170.00", "28.50", "paid", 198.50)] // The amount is after the discount.
    [InlineData("200.00", "30.00", "take-off", 198.50)] // It is quantity times price: the discount is still to come.
    public async Task An_amount_beside_price_and_quantity_says_whether_the_discount_is_in_it(string one, string other, string answer, double expected)
    {
        var (import, total) = await LoadAsync($"Order,SKU,Price,Qty,Discount,Line total,Date,Customer\n1,A,100.00,2,0.15,{one},2021-03-04,C1\n2,B,10.00,3,0.05,{other},2021-03-05,C2\n");

        Assert.Contains(import.Questions, question => (question.Code, question.Answer) == (QuestionCode.DiscountShares, answer));
        Assert.Equal((decimal)expected, total);
    }

    [Theory]
    [InlineData("1", "0")] // Whether there was one.
    [InlineData("4.50", "12.00")] // Money.
    [InlineData("SUMMER", "")] // A coupon.
    public async Task What_is_no_share_is_passed_over(string one, string other)
    {
        var (import, total) = await LoadAsync($"Order,SKU,Price,Qty,Discount,Date,Customer\n1,A,100.00,2,{one},2021-03-04,C1\n2,B,10.00,3,{other},2021-03-05,C2\n");

        Assert.Empty(import.Questions);
        Assert.Equal((0L, 230m), (import.RowsRejected, total));
    }

    [Fact]
    public async Task A_share_beyond_everything_is_rejected_and_the_same_sales_load_once()
    {
        var rows = string.Concat(Enumerable.Range(1, 3_000).Select(row => $"{row},A,10.00,1,{(row == 2_900 ? "1.5" : row % 2 == 0 ? "0.1" : "0")},2021-03-04,C{row % 7}\n"));
        var path = _folder.Write("sales.csv", "Order,SKU,Price,Qty,Discount,Date,Customer\n" + rows);
        var ledger = new SalesLedger(_folder.Combine("ledger"));

        var first = await ledger.ImportAsync(path, ImportOptions.Default, s_importedAt, null, CancellationToken.None);
        var again = await ledger.ImportAsync(path, ImportOptions.Default, s_importedAt, null, CancellationToken.None);

        Assert.Equal((2_999L, 1L, 2_999L), (first.RowsLoaded, first.RowsRejected, again.RowsSkipped));
        Assert.Equal((1_499L, 1_499m), (first.Questions[0].Rows, first.Questions[0].Amount));
        Assert.Contains("no share between 0 and 100 %", ledger.ReadRejects(first.Id, 1).Single().Reason.Sentence, StringComparison.Ordinal);
    }

    private async Task<(LedgerImport Import, decimal Total)> LoadAsync(string text, params (QuestionCode Code, string Answer)[] answers)
    {
        var ledger = new SalesLedger(_folder.Combine("ledger"));
        var options = ImportOptions.Default with { Answers = answers.ToImmutableDictionary(answer => answer.Code, answer => answer.Answer) };
        var import = await ledger.ImportAsync(_folder.Write("sales.csv", text), options, s_importedAt, null, CancellationToken.None);
        using var session = ledger.Open(threads: 1);
        using var command = session.Connection.CreateCommand();
        command.CommandText = HasAmounts(session)
            ? "SELECT sum(coalesce(amount, quantity * unit_price))::DECIMAL(18,4) FROM sales" : "SELECT sum(quantity * unit_price)::DECIMAL(18,4) FROM sales";
        return (import, (decimal)command.ExecuteScalar()!);
    }

    private static bool HasAmounts(LedgerSession session)
    {
        using var command = session.Connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM (DESCRIBE sales) WHERE column_name = 'amount'";
        return command.ExecuteScalar() is > 0L;
    }
}
