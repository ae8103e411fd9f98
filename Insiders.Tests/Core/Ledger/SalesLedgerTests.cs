using System.Globalization;
using Insiders.Core.Import;
using Insiders.Core.Ledger;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Core.Ledger;

public sealed class SalesLedgerTests : IDisposable
{
    private const string One = "1,A,lamp,2,2017-01-31,2.55,C1,France\n";
    private const string Two = "1,B,,-1,2017-02-01 08:26:00,0.0001,,\n";
    private const string Three = "2,C,\"a, b\",3,2017-03-01,1000000,C2,Brasil\n";

    private static readonly DateTimeOffset s_noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private readonly TempFolder _folder = new();
    private readonly SalesLedger _ledger;

    public SalesLedgerTests() => _ledger = new SalesLedger(_folder.Combine("ledger"));

    public void Dispose() => _folder.Dispose();

    private Task<LedgerImport> ImportAsync(string rows, string name = "sales.csv") =>
        _ledger.ImportAsync(_folder.Write(name, ReadSale.Header + rows), ImportOptions.Default, s_noon, null, CancellationToken.None);

    private List<string> Rows(string columns = "invoice || stock_code", int threads = 2)
    {
        using var session = _ledger.Open(threads);
        using var command = session.Connection.CreateCommand();
#pragma warning disable CA2100 // A test's own constant.
        command.CommandText = $"SELECT ({columns})::VARCHAR FROM sales ORDER BY 1";
#pragma warning restore CA2100
        using var row = command.ExecuteReader();
        var rows = new List<string>();
        while (row.Read())
        {
            rows.Add(row.IsDBNull(0) ? "NULL" : row.GetString(0));
        }

        return rows;
    }

    private string[] Files() => [.. Directory.EnumerateFiles(_folder.Combine("ledger"), "*", SearchOption.AllDirectories)
        .Select(path => Path.GetFileName(path)).Where(name => name != "ledger.lock").Order(StringComparer.Ordinal)];

    [Fact]
    public void An_empty_ledger_has_no_imports_and_no_sales()
    {
        Assert.Empty(_ledger.Imports());
        Assert.Empty(Rows());
        Assert.Equal(new string('0', 32), _ledger.Fingerprint().ToString());
    }

    [Fact]
    public async Task Every_column_arrives_as_it_was()
    {
        await ImportAsync(One + Two + Three);

        Assert.Equal(
            [
                "2 1 A lamp 2 2017-01-31 00:00:00 2.5500 C1 France",
                "3 1 B NULL -1 2017-02-01 08:26:00 0.0001 NULL NULL",
                "4 2 C a, b 3 2017-03-01 00:00:00 1000000.0000 C2 Brasil",
            ],
            Rows("concat_ws(' ', line, invoice, stock_code, coalesce(description, 'NULL'), quantity, sold_at, unit_price, coalesce(customer_id, 'NULL'), coalesce(country, 'NULL'))"));
        Assert.Equal(
            LedgerSchema.Columns.Replace("\n", " ", StringComparison.Ordinal),
            Rows("SELECT string_agg(column_name || ' ' || column_type, ', ') FROM (DESCRIBE sales)")[0]);
    }

    [Fact]
    public async Task An_import_leaves_a_record_whose_counts_add_up()
    {
        await ImportAsync(One);

        var import = await ImportAsync(One + Two + "3,D,lamp,x,2017-01-31,2.55,C1,France\n" + Three, "more.csv");

        Assert.Equal((4, 2, 1, 1), (import.RowsRead, import.RowsLoaded, import.RowsSkipped, import.RowsRejected));
        Assert.Equal((new DateOnly(2017, 2, 1), new DateOnly(2017, 3, 1)), (import.FirstDate!.Value, import.LastDate!.Value));
        Assert.Equal(("more.csv", s_noon), (import.FileName, import.ImportedAt));
        Assert.Equal("CustomerID", import.Columns[LedgerColumn.Customer]);
        var kept = _ledger.Imports()[1];
        Assert.Equal(import.Columns.OrderBy(pair => pair.Key), kept.Columns.OrderBy(pair => pair.Key));
        Assert.Empty(kept.Questions);
        Assert.Equal(import with { Columns = kept.Columns, Questions = kept.Questions }, kept);
    }

    [Fact]
    public async Task The_same_file_again_adds_nothing_and_is_recorded()
    {
        await ImportAsync(One + Two + Two + Three);
        var before = _ledger.Fingerprint();

        var again = await ImportAsync(One + Two + Two + Three);

        Assert.Equal((4, 0, 4), (again.RowsRead, again.RowsLoaded, again.RowsSkipped));
        Assert.Equal((null, null), (again.FirstDate, again.LastDate));
        Assert.Equal(default, again.Fingerprint);
        Assert.Equal(before, _ledger.Fingerprint());
        Assert.Equal(["1A", "1B", "1B", "2C"], Rows());
        Assert.Equal(2, _ledger.Imports().Count);
    }

    [Theory]
    [InlineData(1, 2, 1)]
    [InlineData(2, 1, 0)]
    [InlineData(2, 2, 0)]
    [InlineData(0, 3, 3)]
    [InlineData(3, 5, 2)]
    public async Task Copies_of_a_row_are_counted_against_copies_loaded_earlier(int earlier, int now, int loaded)
    {
        await ImportAsync(One + string.Concat(Enumerable.Repeat(Two, earlier)));

        var import = await ImportAsync(Three + string.Concat(Enumerable.Repeat(Two, now)));

        Assert.Equal(loaded + 1, import.RowsLoaded);
        Assert.Equal(Math.Max(earlier, now), Rows().Count(row => row == "1B"));
    }

    [Fact]
    public async Task Copies_spread_over_earlier_imports_count_together()
    {
        await ImportAsync(Two);
        await ImportAsync(Two + Two);
        await ImportAsync(Two + Two + Two);

        var import = await ImportAsync(Two + Two + Two + Two);

        Assert.Equal((1, 3), (import.RowsLoaded, import.RowsSkipped));
        Assert.Equal(["2", "3", "4", "5"], Rows("line")); // the first copies of a file are the skipped ones
    }

    [Theory]
    [InlineData("2,A,lamp,2,2017-01-31,2.55,C1,France\n")]
    [InlineData("1,a,lamp,2,2017-01-31,2.55,C1,France\n")]
    [InlineData("1,A,,2,2017-01-31,2.55,C1,France\n")]
    [InlineData("1,A,lamp,3,2017-01-31,2.55,C1,France\n")]
    [InlineData("1,A,lamp,2,2017-01-31 00:01,2.55,C1,France\n")]
    [InlineData("1,A,lamp,2,2017-01-31,2.5501,C1,France\n")]
    [InlineData("1,A,lamp,2,2017-01-31,2.55,,France\n")]
    [InlineData("1,A,lamp,2,2017-01-31,2.55,C1,\n")]
    public async Task A_sale_that_differs_in_one_column_is_another_sale(string other)
    {
        var first = await ImportAsync(One);

        var import = await ImportAsync(other);

        Assert.Equal(1, import.RowsLoaded);
        Assert.NotEqual(first.Fingerprint, import.Fingerprint);
    }

    [Fact]
    public async Task The_fingerprint_knows_neither_order_nor_dialect_nor_the_number_of_imports()
    {
        await ImportAsync(One + Two + Three);
        var whole = _ledger.Fingerprint();
        var other = new SalesLedger(_folder.Combine("other"));
        var text = (ReadSale.Header + "2,C,a# b,3,01/03/2017,1000000!0,C2,Brasil\n1,B,,-1,01/02/2017 08:26,0!0001,,\n").Replace(',', ';').Replace('!', ',').Replace('#', ',');

        await other.ImportAsync(_folder.Write("a.csv", text), new ImportOptions { DatePattern = "dd/MM/yyyy" }, s_noon, null, CancellationToken.None);
        await other.ImportAsync(_folder.Write("b.csv", ReadSale.Header + Two + One), ImportOptions.Default, s_noon, null, CancellationToken.None);

        Assert.Equal(whole, other.Fingerprint());
        // Computed apart, in Python, from the description of the hash: it is written into every run and must not change with a library.
        Assert.Equal("7d12b84e44d8d75acd351540073e54d2", whole.ToString());
    }

    [Fact]
    public async Task An_import_can_be_undone()
    {
        var first = await ImportAsync(One);
        var second = await ImportAsync(Two + "bad\n" + Three);

        Assert.True(await _ledger.UndoAsync(second.Id, CancellationToken.None));

        Assert.Equal(["1A"], Rows());
        Assert.Equal(first.Fingerprint, _ledger.Fingerprint());
        Assert.Equal([first.Id + ".json", first.Id + ".parquet"], Files());
        Assert.False(await _ledger.UndoAsync(second.Id, CancellationToken.None));
        Assert.Equal(3, (await ImportAsync(One + Two + Three)).RowsLoaded + 1);
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    public async Task Only_an_import_can_be_undone(string id)
    {
        _folder.Write("outside.parquet", "stays");
        await ImportAsync(One);

        Assert.False(await _ledger.UndoAsync(id, CancellationToken.None));
        Assert.Null(_ledger.FindRejects(id));

        Assert.True(File.Exists(_folder.Combine("outside.parquet")));
    }

    [Fact]
    public async Task Rejected_rows_can_be_downloaded_and_hold_no_formula()
    {
        var import = await ImportAsync(One + "1,A,lamp,=cmd(),2017-01-31,2.55,C1,France\n2,A,lamp,\"a,\"\"b\",2017-01-31,2.55,C1,France\n");

        var lines = await File.ReadAllLinesAsync(_ledger.FindRejects(import.Id)!);

        Assert.Equal(
            [
                "line,column,value,reason",
                "3,Quantity,\"'=cmd()\",\"Quantity '=cmd()' is not a number between -2,147,483,647 and 2,147,483,647.\"",
                "4,Quantity,\"a,\"\"b\",\"Quantity 'a,\"\"b' is not a number between -2,147,483,647 and 2,147,483,647.\"",
            ],
            lines);
        Assert.Null(_ledger.FindRejects((await ImportAsync(Two)).Id));
    }

    [Fact]
    public async Task A_hostile_file_name_is_only_ever_displayed()
    {
        var options = new ImportOptions { FileName = "../../=cmd|'/c calc'!A0.csv" };

        var import = await _ledger.ImportAsync(_folder.Write("=cmd.csv", ReadSale.Header + One), options, s_noon, null, CancellationToken.None);

        Assert.Equal(options.FileName, _ledger.Imports()[0].FileName);
        Assert.Matches("^[0-9]{6}-[0-9a-f]{8}$", import.Id);
        Assert.Equal([import.Id + ".json", import.Id + ".parquet"], Files());
    }

    [Fact]
    public async Task A_quote_in_the_folder_name_is_a_letter_like_any_other()
    {
        var ledger = new SalesLedger(_folder.Combine("o'neill"));
        await ledger.ImportAsync(_folder.Write("a.csv", ReadSale.Header + One), ImportOptions.Default, s_noon, null, CancellationToken.None);

        var again = await ledger.ImportAsync(_folder.Write("a.csv", ReadSale.Header + One), ImportOptions.Default, s_noon, null, CancellationToken.None);

        Assert.Equal(1, again.RowsSkipped);
    }

    [Fact]
    public async Task Imports_keep_their_order_past_any_undo()
    {
        var first = await ImportAsync(One);
        var second = await ImportAsync(Two);
        await _ledger.UndoAsync(first.Id, CancellationToken.None);

        var third = await ImportAsync(Three);

        Assert.Equal([second.Id, third.Id], _ledger.Imports().Select(import => import.Id));
        Assert.StartsWith("000003-", third.Id, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_that_is_gone_is_reported()
    {
        var import = await ImportAsync(One);
        File.Delete(Path.Combine(_folder.Combine("ledger"), import.Id + ".json"));

        Assert.Contains(import.Id, Assert.Throws<InvalidDataException>(_ledger.Imports).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_do_not_depend_on_threads()
    {
        var rows = string.Concat(Enumerable.Range(0, 300_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i % 777},A{i % 13},lamp,{i % 5},2017-01-31,2.55,C{i % 99},France\n")));
        var path = _folder.Write("sales.csv", ReadSale.Header + rows);
        var imports = new List<LedgerImport>();

        foreach (var threads in new[] { 1, 2, 4 })
        {
            var ledger = new SalesLedger(_folder.Combine(FormattableString.Invariant($"threads{threads}")));
            imports.Add(await ledger.ImportAsync(path, new ImportOptions { Threads = threads }, s_noon, null, CancellationToken.None));
            var again = await ledger.ImportAsync(path, new ImportOptions { Threads = threads }, s_noon, null, CancellationToken.None);
            Assert.Equal(300_000, again.RowsSkipped);
        }

        Assert.All(imports, import => Assert.Equal((300_000, imports[0].Fingerprint), (import.RowsLoaded, import.Fingerprint)));
    }
}
