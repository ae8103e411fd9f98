using System.Collections.Immutable;
using Insiders.Core.Application.Imports;
using Insiders.Core.Import;
using Insiders.Core.Ledger;
using Insiders.Core.Problems;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Core.Import;

/// <summary>Amounts in two currencies have no sum: one is kept and the others are said and left out, or a person chooses.</summary>
public sealed class MixedCurrencyTests : IDisposable
{
    private const string Header = "Order,SKU,Price,Qty,Currency,Date,Customer\n";
    private static readonly DateTimeOffset s_importedAt = new(2022, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_currency_of_most_rows_and_money_is_kept()
    {
        var (import, total) = await LoadAsync(Header + Rows(0, 10, "20.00", "EUR") + Rows(10, 3, "30.00", "USD"));

        var question = Assert.Single(import.Questions);
        Assert.Equal((QuestionCode.Currencies, "eur", 3L, 90m), (question.Code, question.Answer, question.Rows, question.Amount));
        Assert.Equal("usd, together", string.Join(", ", question.Alternatives));
        Assert.Contains("EUR: 10 rows, 200.00; USD: 3 rows, 90.00", question.Sentence, StringComparison.Ordinal);
        Assert.Equal((10L, 3L, 200m), (import.RowsLoaded, import.RowsRejected, total));
    }

    [Theory]
    [InlineData("€20.00", "$30.00", "eur")]
    [InlineData("20.00 EUR", "USD 30.00", "eur")]
    [InlineData("R$ 20.00", "(US$30.00)", "brl")]
    public async Task Signs_beside_the_amount_tell_as_well(string one, string other, string kept)
    {
        var (import, total) = await LoadAsync("Order,SKU,Price,Qty,Date,Customer\n" + Signed(0, 10, one) + Signed(10, 3, other));

        Assert.Equal((QuestionCode.Currencies, kept), (Assert.Single(import.Questions).Code, import.Questions[0].Answer));
        Assert.Equal((3L, 200m), (import.RowsRejected, total));
    }

    [Theory]
    [InlineData("usd", 90, 10)]
    [InlineData("together", 290, 0)]
    public async Task Another_answer_is_obeyed(string answer, int expected, int rejected)
    {
        var (import, total) = await LoadAsync(Header + Rows(0, 10, "20.00", "EUR") + Rows(10, 3, "30.00", "USD"), (QuestionCode.Currencies, answer));

        Assert.Equal(answer, Assert.Single(import.Questions).Answer);
        Assert.Equal((rejected, expected), (import.RowsRejected, total));
    }

    [Fact]
    public async Task Where_most_rows_and_most_money_are_two_currencies_nothing_is_loaded()
    {
        var text = Header + Rows(0, 10, "20.00", "EUR") + Rows(10, 3, "9000", "JPY");

        var refusal = await Assert.ThrowsAsync<NotALedgerException>(() => LoadAsync(text));

        Assert.Equal(ProblemCode.CurrenciesMixed, refusal.Problem.Code);
        Assert.Contains("EUR: 10 rows, 200.00; JPY: 3 rows, 27,000.00", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(new SalesLedger(_folder.Combine("ledger")).Imports());
        Assert.Equal(200m, (await LoadAsync(text, (QuestionCode.Currencies, "eur"))).Total);
    }

    [Theory]
    [InlineData("EUR", "€")]
    [InlineData("EUR", "")]
    [InlineData("eur", "EUR")]
    public async Task One_currency_in_two_spellings_is_no_question(string one, string other)
    {
        var (import, total) = await LoadAsync(Header + Rows(0, 10, "20.00", one) + Rows(10, 3, "30.00", other));

        Assert.Empty(import.Questions);
        Assert.Equal(290m, total);
    }

    [Fact]
    public void The_wizard_asks_before_loading_and_waits_where_nothing_tells()
    {
        SalesSurvey Ask(string text) => SalesSurvey.Take(SalesFile.Detect(_folder.Write("sales.csv", text), ImportOptions.Default, CancellationToken.None), 200_000, s_importedAt, CancellationToken.None);

        var answered = Assert.Single(Ask(Header + Rows(0, 10, "20.00", "EUR") + Rows(10, 3, "30.00", "USD")).Questions);
        var open = Assert.Single(Ask(Header + Rows(0, 10, "20.00", "EUR") + Rows(10, 3, "9000", "JPY")).Questions);

        Assert.Equal((false, true), (answered.IsOpen, open.IsOpen));
        Assert.Equal("eur, jpy, together", string.Join(", ", open.Choices));
        Assert.Equal("eur", ImportChoices.FromJson((ImportChoices.None with { Answers = ImportChoices.None.Answers.Add(QuestionCode.Currencies, "eur") }).ToJson()).Answers[QuestionCode.Currencies]);
    }

    private static string Rows(int from, int count, string price, string currency) =>
        string.Concat(Enumerable.Range(from, count).Select(row => $"{row},A{row},{price},1,{currency},2021-03-{1 + row:00},C{row % 4}\n"));

    private static string Signed(int from, int count, string price) =>
        string.Concat(Enumerable.Range(from, count).Select(row => $"{row},A{row},{price},1,2021-03-{1 + row:00},C{row % 4}\n"));

    private async Task<(LedgerImport Import, decimal Total)> LoadAsync(string text, params (QuestionCode Code, string Answer)[] answers)
    {
        var ledger = new SalesLedger(_folder.Combine("ledger"));
        var options = ImportOptions.Default with { Answers = answers.ToImmutableDictionary(answer => answer.Code, answer => answer.Answer) };
        var import = await ledger.ImportAsync(_folder.Write("sales.csv", text), options, s_importedAt, null, CancellationToken.None);
        using var session = ledger.Open(threads: 1);
        using var command = session.Connection.CreateCommand();
        command.CommandText = "SELECT sum(quantity * unit_price)::DECIMAL(18,4) FROM sales";
        return (import, (decimal)command.ExecuteScalar()!);
    }
}
