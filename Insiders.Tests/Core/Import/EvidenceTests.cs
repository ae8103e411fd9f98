using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Import;
using Insiders.Core.Ledger;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Core.Import;

/// <summary>What the rows of a file tell about it, with other values than the cases have; and what is asked where they tell nothing.</summary>
public sealed class EvidenceTests : IDisposable
{
    private static readonly DateTimeOffset s_importedAt = new(2022, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_plain_file_asks_nothing() => Assert.Empty(Ask(ReadSale.Header + Rows(40, row => $"{row},A{row % 5},lamp,{1 + row % 3},2021-03-{1 + row % 28:00},{2 + row % 5}.50,C{row % 7},France")));

    [Fact]
    public void A_price_that_grows_with_the_quantity_is_the_amount_of_the_line()
    {
        var question = Assert.Single(Ask("Order,SKU,Product,Qty,Date,Price,Customer\n" + Rows(40, row => $"{row},S{row % 4},p,{1 + row % 5},2021-04-{1 + row % 28:00},{(1 + row % 4) * (1 + row % 5)}.00,C{row % 9}")));

        Assert.Equal((QuestionCode.LineAmount, "amount", 40L), (question.Code, question.Answer, question.Rows));
    }

    [Fact]
    public void The_answer_turns_the_reading_around()
    {
        var text = "Order,SKU,Product,Qty,Date,Price,Customer\n" + Rows(40, row => $"{row},S{row % 4},p,{1 + row % 5},2021-04-{1 + row % 28:00},{(1 + row % 4) * (1 + row % 5)}.00,C{row % 9}");

        var (lines, items) = (Ask(text)[0].Amount, Ask(text, (QuestionCode.LineAmount, "unit-price"))[0].Amount);

        Assert.Equal(Enumerable.Range(0, 40).Sum(row => (1 + row % 4) * (1 + row % 5)), lines);
        Assert.Equal(Enumerable.Range(0, 40).Sum(row => (1 + row % 4) * (1 + row % 5) * (1 + row % 5)), items);
    }

    [Fact]
    public void The_total_of_an_order_on_each_of_its_lines_is_refused()
    {
        var refusal = Assert.Throws<NotALedgerException>(() => Ask("Order,SKU,Date,Amount,Customer\n" + Rows(40, row => $"{row / 2},S{row % 3},2021-04-0{1 + row % 9},{10 + row / 2}.00,C{row / 2 % 9}")));

        Assert.Contains("'Amount' has the same amount on every line of an order", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MM/dd/yyyy", "month-first")]
    [InlineData("dd/MM/yyyy", "day-first")]
    public void Order_numbers_that_rise_with_time_tell_day_from_month(string pattern, string answer)
    {
        var days = Enumerable.Range(0, 12).SelectMany(month => Enumerable.Range(0, 12).Select(day => new DateTime(2021, month + 1, day + 1)));
        var text = ReadSale.Header + string.Concat(days.Select((day, row) => $"{row + 1},A,lamp,1,{day.ToString(pattern, CultureInfo.InvariantCulture)},2.50,C{row % 7},France\n"));

        var question = Assert.Single(Ask(text));

        Assert.Equal((QuestionCode.DayOrMonth, answer), (question.Code, question.Answer));
    }

    [Fact]
    public void Dates_that_nothing_tells_are_asked_about()
    {
        var question = Assert.Single(Ask(ReadSale.Header + Rows(40, row => $"{40 - row},A,lamp,1,0{1 + row * 7 % 9}/0{1 + row * 5 % 9}/2021,2.50,C{row % 7},France")));

        Assert.True(question.IsOpen);
        Assert.Equal(QuestionCode.DayOrMonth, question.Code);
    }

    [Fact]
    public void Numbers_that_nothing_tells_are_asked_about()
    {
        var text = ReadSale.Header + Rows(10, row => $"{row},A,lamp,1,2021-03-04,\"1,{row}50\",C{row},France");

        Assert.Equal((QuestionCode.DecimalMark, true), (Assert.Single(Ask(text)).Code, Assert.Single(Ask(text)).IsOpen));
        Assert.Empty(Ask(text, (QuestionCode.DecimalMark, "comma")));
    }

    [Fact]
    public void A_word_that_owns_many_orders_and_looks_like_nobody_is_nobody()
    {
        var text = ReadSale.Header + Rows(60, row => $"{row},A,lamp,1,2021-03-0{1 + row % 9},2.50,{(row % 3 == 0 ? "Guest" : $"{4000 + row % 10}")},France");

        var question = Assert.Single(Ask(text));

        Assert.Equal((QuestionCode.Nobody, 20L, 50m), (question.Code, question.Rows, question.Amount));
        Assert.Empty(Ask(text, (QuestionCode.Nobody, "customer")));
    }

    [Fact]
    public void A_customer_0_among_small_numbers_is_a_customer() =>
        Assert.Empty(Ask(ReadSale.Header + Rows(60, row => $"{row},A,lamp,1,2021-03-0{1 + row % 9},2.50,{row % 10},France")));

    [Fact]
    public void Spellings_of_one_customer_are_one_unless_somebody_says_otherwise()
    {
        var text = ReadSale.Header + Rows(30, row => $"{row},A,lamp,1,2021-03-0{1 + row % 9},2.00,{(row % 2 == 0 ? "Ana@Example.org" : "ana@example.org")},France");

        var question = Assert.Single(Ask(text));

        Assert.Equal((QuestionCode.CustomerSpelling, 15L, 30m), (question.Code, question.Rows, question.Amount));
        Assert.Empty(Ask(text, (QuestionCode.CustomerSpelling, "apart")));
    }

    [Fact]
    public void Sums_of_the_rows_above_are_no_sales_and_a_product_that_happens_to_cost_as_much_is_one()
    {
        var text = ReadSale.Header + Rows(8, row => $"{row},A,lamp,1,2021-03-0{1 + row},2.00,C{row},France\n{row},B,mug,2,2021-03-0{1 + row},3.00,C{row},France\n{row},Summe,Summe,1,2021-03-0{1 + row},8.00,C{row},France")
            + "90,A,lamp,1,2021-03-09,2.00,D,France\n90,B,mug,2,2021-03-09,3.00,D,France\n90,F,chair,1,2021-03-09,8.00,D,France\n91,F,chair,1,2021-03-10,8.00,E,France\n";

        var question = Assert.Single(Ask(text));

        Assert.Equal((QuestionCode.Subtotals, 8L, 64m), (question.Code, question.Rows, question.Amount));
    }

    [Fact]
    public void An_order_that_came_to_nothing_takes_its_lines_without_a_status_with_it()
    {
        var text = "Order,SKU,Product,Qty,Date,Unit Price,Customer,Status\n" + Rows(12, row => $"{row},A,lamp,1,2021-03-04,2.00,C{row},{(row % 4 == 0 ? "Storniert" : "bezahlt")}\n{row},B,mug,1,2021-03-04,3.00,C{row},");

        var question = Assert.Single(Ask(text));

        Assert.Equal((QuestionCode.OrderStatus, 6L, 15m), (question.Code, question.Rows, question.Amount));
    }

    [Fact]
    public void A_guest_of_each_order_is_the_address_that_comes_again()
    {
        var text = "Order,SKU,Product,Qty,Date,Unit Price,Customer ID,E-mail\n" + Rows(40, row => $"{row},A,lamp,1,2021-03-04,2.00,g-{row},p{row % 8}@example.org");

        Assert.Equal((QuestionCode.GuestId, "email"), (Assert.Single(Ask(text)).Code, Assert.Single(Ask(text)).Answer));
    }

    [Fact]
    public void Rounded_ids_are_refused_with_the_way_to_export_them()
    {
        var refusal = Assert.Throws<NotALedgerException>(() => Ask(ReadSale.Header + Rows(10, row => $"{row},A,lamp,1,2021-03-04,2.00,5.51112E+11,France")));

        Assert.Contains("as text", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_customer_date_and_amount_is_enough_and_loads_again_as_nothing_new()
    {
        var text = "Client;Fecha;Importe\n" + Rows(30, row => $"C{row % 6};{1 + row % 28:00}.04.2021;{row + 1},50");
        var ledger = new SalesLedger(_folder.Combine("ledger"));
        var path = _folder.Write("small.csv", text);

        var first = await ledger.ImportAsync(path, ImportOptions.Default, s_importedAt, null, CancellationToken.None);
        var again = await ledger.ImportAsync(path, ImportOptions.Default, s_importedAt, null, CancellationToken.None);

        Assert.Equal((30, 30), (first.RowsLoaded, again.RowsSkipped));
        Assert.Equal(QuestionCode.NoOrderNumber, Assert.Single(first.Questions).Code);
    }

    [Fact]
    public async Task Fractions_and_plain_files_stand_in_one_ledger()
    {
        var ledger = new SalesLedger(_folder.Combine("ledger"));
        var plain = ReadSale.Header + "1,A,lamp,3,2021-03-04,2.00,C1,France\n";
        var weighed = ReadSale.Header + "2,B,cheese,0.375,2021-03-05,8.00,C1,France\n3,B,cheese,2,2021-03-06,8.00,C1,France\n";

        var first = await ledger.ImportAsync(_folder.Write("plain.csv", plain), ImportOptions.Default, s_importedAt, null, CancellationToken.None);
        var second = await ledger.ImportAsync(_folder.Write("weighed.csv", weighed + plain[ReadSale.Header.Length..]), ImportOptions.Default, s_importedAt, null, CancellationToken.None);

        Assert.Equal((1, 2, 1), (first.RowsLoaded, second.RowsLoaded, second.RowsSkipped));
        using var session = ledger.Open(threads: 1);
        using var command = session.Connection.CreateCommand();
        command.CommandText = "SELECT sum(quantity * unit_price)::DECIMAL(18,4) FROM sales";
        Assert.Equal(25m, command.ExecuteScalar()); // 6 + 3 + 16; 6 + 0 + 16 if the fraction were cut
    }

    private static string Rows(int count, Func<int, string> row) => string.Concat(Enumerable.Range(0, count).Select(index => row(index) + "\n"));

    private ImmutableArray<Question> Ask(string text, params (QuestionCode Code, string Answer)[] answers)
    {
        var options = ImportOptions.Default with { Answers = answers.ToDictionary(answer => answer.Code, answer => answer.Answer).ToImmutableDictionary() };
        var file = SalesFile.Detect(_folder.Write("sales.csv", text), options, CancellationToken.None);
        return SalesSurvey.Take(file, long.MaxValue, s_importedAt, CancellationToken.None).Questions;
    }
}
