using System.Globalization;
using Insiders.Core.Import;
using Insiders.Core.Ledger;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Core.Ledger;

public sealed class InterruptedImportTests : IDisposable
{
    private const string One = "1,A,lamp,2,2017-01-31,2.55,C1,France\n";

    private readonly TempFolder _folder = new();
    private readonly SalesLedger _ledger;

    public InterruptedImportTests() => _ledger = new SalesLedger(_folder.Combine("ledger"));

    public void Dispose() => _folder.Dispose();

    private string Csv(int rows, string end = "") => _folder.Write("sales.csv", ReadSale.Header + string.Concat(Enumerable.Range(0, rows)
        .Select(i => string.Create(CultureInfo.InvariantCulture, $"{i},A,lamp,2,2017-01-31,2.55,C{i % 7},France\n"))) + "bad\n" + end);

    private Task<LedgerImport> ImportAsync(string path, IProgress<ImportProgress>? progress = null, CancellationToken ct = default) =>
        _ledger.ImportAsync(path, ImportOptions.Default, DateTimeOffset.UnixEpoch, progress, ct);

    private string[] Files() => [.. Directory.EnumerateFileSystemEntries(_folder.Combine("ledger"), "*", SearchOption.AllDirectories)
        .Select(path => Path.GetFileName(path)).Where(name => name is not ("ledger.lock" or "spill"))];

    [Fact]
    public async Task A_cancelled_import_leaves_nothing()
    {
        using var stop = new CancellationTokenSource();
        var progress = new Callback(_ => stop.Cancel());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ImportAsync(Csv(100_000), progress, stop.Token));

        Assert.Empty(Files());
        Assert.Empty(_ledger.Imports());
    }

    [Fact]
    public async Task Progress_ends_at_the_last_row()
    {
        var last = default(ImportProgress);

        await ImportAsync(Csv(10_000), new Callback(progress => last = progress));

        Assert.Equal(new ImportProgress(10_001, 1), last);
    }

    [Fact]
    public async Task A_file_that_turns_out_bad_half_way_leaves_nothing()
    {
        var failure = await Assert.ThrowsAsync<NotALedgerException>(() => ImportAsync(Csv(50_000, "1,A,\"lamp,2,2017-01-31,2.55,C1,France\n")));

        Assert.StartsWith("The quote that opens in line 50,003 is never closed", failure.Message, StringComparison.Ordinal);
        Assert.Empty(Files());
    }

    [Fact]
    public async Task A_file_refused_leaves_an_existing_ledger_as_it_was()
    {
        await ImportAsync(_folder.Write("one.csv", ReadSale.Header + One));
        var (files, fingerprint) = (Files(), _ledger.Fingerprint());

        await Assert.ThrowsAsync<NotALedgerException>(() => ImportAsync(Csv(50_000, "1,A,\"lamp,2,2017-01-31,2.55,C1,France\n")));

        Assert.Equal(files, Files());
        Assert.Equal(fingerprint, _ledger.Fingerprint());
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_an_input_error() =>
        await Assert.ThrowsAsync<FileNotFoundException>(() => ImportAsync(_folder.Combine("nowhere.csv")));

    [Fact]
    public async Task What_a_killed_import_left_behind_is_ignored_and_cleaned_up()
    {
        var ledger = _folder.Combine("ledger");
        foreach (var name in new[] { "000001-deadbeef.parquet.tmp", "000001-deadbeef.json", "000001-deadbeef.rejects.csv", "000002-deadbeef.staged.parquet.tmp" })
        {
            await File.WriteAllTextAsync(Path.Combine(ledger, name), "half");
        }

        Directory.CreateDirectory(Path.Combine(ledger, "spill", "dead"));
        await File.WriteAllTextAsync(Path.Combine(ledger, "spill", "dead", "in-use.lock"), "");
        await File.WriteAllTextAsync(Path.Combine(ledger, "spill", "dead", "duckdb_temp_storage-0.tmp"), "half");
        Assert.Empty(_ledger.Imports());

        var import = await ImportAsync(_folder.Write("one.csv", ReadSale.Header + One));

        Assert.Equal([import.Id + ".json", import.Id + ".parquet"], Files().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_session_in_use_keeps_its_spill_folder_through_an_import()
    {
        using var session = _ledger.Open(1);

        await ImportAsync(_folder.Write("one.csv", ReadSale.Header + One));

        Assert.Single(Directory.EnumerateDirectories(Path.Combine(_folder.Combine("ledger"), "spill")));
    }

    [Fact]
    public async Task Imports_at_once_take_turns()
    {
        var path = Csv(20_000);

        var imports = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => new SalesLedger(_folder.Combine("ledger"))
            .ImportAsync(path, ImportOptions.Default, DateTimeOffset.UnixEpoch, null, CancellationToken.None)));

        Assert.Equal([0, 0, 0, 20_000], imports.Select(import => import.RowsLoaded).Order());
        Assert.Equal(4, imports.Select(import => import.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_an_output_error()
    {
        var path = Csv(1_000);
        await File.WriteAllTextAsync(Path.Combine(_folder.Combine("ledger"), "spill"), "a file where a folder is needed");

        await Assert.ThrowsAnyAsync<IOException>(() => ImportAsync(path));

        Assert.Empty(_ledger.Imports());
        Assert.Empty(Files());
    }

    private sealed class Callback(Action<ImportProgress> report) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => report(value);
    }
}
