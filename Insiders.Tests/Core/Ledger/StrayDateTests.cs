using System.Globalization;
using Insiders.Core.Import;
using Insiders.Core.Ledger;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Core.Ledger;

/// <summary>A wrong date among many right ones: left out and named, never the last day.</summary>
public sealed class StrayDateTests : IDisposable
{
    private static readonly DateTimeOffset s_noon = new(2018, 1, 15, 9, 0, 0, TimeSpan.Zero);

    private readonly TempFolder _folder = new();
    private readonly SalesLedger _ledger;

    public StrayDateTests() => _ledger = new SalesLedger(_folder.Combine("ledger"));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("9999-12-31", "is after 2018-01-15, the day of the import.")]
    [InlineData("2205-05-01", "is after 2018-01-15, the day of the import.")]
    [InlineData("2018-01-16", "is after 2018-01-15, the day of the import.")]
    [InlineData("1900-01-01", "is years from all others, which are from 2017-01-01 on.")]
    [InlineData("1970-01-01", "is years from all others, which are from 2017-01-01 on.")]
    public async Task One_wrong_date_among_200_is_left_out_with_its_money_and_the_days_stay(string date, string reason)
    {
        var import = await ImportAsync(Days(2017, 200) + $"9,A,lamp,3,{date},2.50,C9,France\n");

        Assert.Equal((201, 200, 1), (import.RowsRead, import.RowsLoaded, import.RowsRejected));
        Assert.Equal((new DateOnly(2017, 1, 1), new DateOnly(2017, 7, 19)), (import.FirstDate, import.LastDate));
        var day = DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.Equal(new StrayDates(1, 7.5m, day, day), import.StrayDates);
        var row = Assert.Single(_ledger.ReadRejects(import.Id, 10));
        Assert.Equal((202, "InvoiceDate", date, $"Date '{date}' {reason}"), (row.Line, row.Column, row.Value, row.Reason.Sentence));
        var kept = Assert.Single(_ledger.Imports());
        Assert.Equal(import.Questions.Select(question => question.Sentence), kept.Questions.Select(question => question.Sentence));
        Assert.Equal(import, kept with { Columns = import.Columns, Questions = import.Questions, LeftOut = import.LeftOut });
        Assert.Equal(import.LeftOut.ToArray(), kept.LeftOut.ToArray());
        Assert.Equal(200, Count());
    }

    [Fact]
    public async Task The_day_of_the_import_is_a_day_like_any_other()
    {
        var import = await ImportAsync(Days(2017, 40) + "9,A,lamp,3,2018-01-15 23:59:59,2.50,C9,France\n");

        Assert.Equal((41, null), (import.RowsLoaded, import.StrayDates));
        Assert.Equal(new DateOnly(2018, 1, 15), import.LastDate);
    }

    [Fact]
    public async Task Strays_at_both_ends_go_and_the_rest_loads_as_if_they_had_never_been_there()
    {
        var rows = Days(2015, 400);
        var import = await ImportAsync("1,A,lamp,1,1899-12-30,10,C1,France\n" + rows + "2,A,lamp,-1,2044-01-01,4,C1,France\n3,A,lamp,1,1899-12-30,10,C1,France\n");
        using var clean = new TempFolder();
        var other = new SalesLedger(clean.Combine("ledger"));

        await other.ImportAsync(clean.Write("clean.csv", ReadSale.Header + rows), ImportOptions.Default, s_noon, null, CancellationToken.None);

        Assert.Equal(other.Fingerprint(), _ledger.Fingerprint());
        Assert.Equal(new StrayDates(3, 16m, new(1899, 12, 30), new(2044, 1, 1)), import.StrayDates);
        Assert.Equal([2, 403, 404], _ledger.ReadRejects(import.Id, 10).Select(row => row.Line));
        Assert.DoesNotContain(Directory.EnumerateFiles(_folder.Combine("ledger")), path => path.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(100, 100)]
    [InlineData(300, 4)]
    [InlineData(10, 1)]
    public async Task Two_times_of_a_shop_years_apart_are_both_right(int early, int late)
    {
        var import = await ImportAsync(Days(2009, early) + Days(2017, late));

        Assert.Equal((early + late, null), (import.RowsLoaded, import.StrayDates));
    }

    [Fact]
    public async Task A_day_near_an_earlier_import_is_not_stray()
    {
        await ImportAsync(Days(2009, 30));

        var import = await ImportAsync("9,Z,lamp,1,2009-06-01,1,C1,France\n" + Days(2017, 300), "later.csv");

        Assert.Equal((301, null), (import.RowsLoaded, import.StrayDates));
    }

    [Fact]
    public async Task A_clock_that_most_of_the_file_is_ahead_of_is_wrong_and_says_nothing_about_dates()
    {
        var import = await ImportAsync(Days(2017, 20) + Days(2018, 60));

        Assert.Equal((80, null), (import.RowsLoaded, import.StrayDates));
        Assert.Equal(SaleDays.Any, import.Days);
    }

    [Fact]
    public async Task The_rejected_rows_can_be_mended_and_loaded()
    {
        var path = _folder.Write("sales.csv", ReadSale.Header + Days(2017, 100) + "9,A,lamp,3,1917-06-01,2.50,C9,France\n");
        var import = await _ledger.ImportAsync(path, ImportOptions.Default, s_noon, null, CancellationToken.None);

        Assert.Equal(1, RejectedSales.Write(SalesFile.Detect(path, ImportOptions.Default, CancellationToken.None) with { Days = import.Days! }, _folder.Combine("rejected.csv"), CancellationToken.None));

        var mended = _folder.Write("mended.csv", File.ReadAllText(_folder.Combine("rejected.csv")).Replace("1917", "2017", StringComparison.Ordinal));
        Assert.Equal(1, (await _ledger.ImportAsync(mended, ImportOptions.Default, s_noon, null, CancellationToken.None)).RowsLoaded);
    }

    private Task<LedgerImport> ImportAsync(string rows, string name = "sales.csv") =>
        _ledger.ImportAsync(_folder.Write(name, ReadSale.Header + rows), ImportOptions.Default, s_noon, null, CancellationToken.None);

    private static string Days(int year, int days) => string.Concat(Enumerable.Range(0, days).Select(day =>
        string.Create(CultureInfo.InvariantCulture, $"{year}{day},A,lamp,2,{new DateOnly(year, 1, 1).AddDays(day):yyyy-MM-dd},2.55,C{day % 7},France\n")));

    private long Count()
    {
        using var session = _ledger.Open(1);
        using var command = session.Connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sales";
        return (long)command.ExecuteScalar()!;
    }
}
