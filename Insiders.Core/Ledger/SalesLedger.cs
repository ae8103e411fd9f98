using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using DuckDB.NET.Data;
using Insiders.Core.Import;
using Insiders.Core.Import.Evidence;
using Insiders.Core.Numerics;
using Insiders.Core.Problems;

namespace Insiders.Core.Ledger;

/// <summary>All sales of a shop: a folder of Parquet files, one per import, none ever changed.</summary>
/// <remarks>
/// Safe for any number of threads and processes: changes take turns with a lock file, and readers only see whole imports, since
/// an import appears by one rename. Nothing is kept in memory between calls.
/// </remarks>
public sealed class SalesLedger
{
    private const int DefaultMemoryMegabytes = 1024;

    private readonly string _folder;

    /// <summary>Opens a ledger.</summary>
    /// <param name="folder">Its folder, which is made if need be.</param>
    public SalesLedger(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        _folder = Path.GetFullPath(folder);
        Directory.CreateDirectory(_folder);
    }

    private string Spill => Path.Combine(_folder, "spill");

    private string Lock => Path.Combine(_folder, "ledger.lock");

    /// <summary>The imports, the oldest first.</summary>
    /// <exception cref="InvalidDataException">The record of an import is missing or damaged.</exception>
    public IReadOnlyList<LedgerImport> Imports() => [.. SalesFiles().Select(ReadRecord)];

    /// <summary>What the ledger holds; equal for equal sales, however they arrived.</summary>
    /// <exception cref="InvalidDataException">The record of an import is missing or damaged.</exception>
    public LedgerFingerprint Fingerprint() =>
        Imports().Aggregate(default(LedgerFingerprint), (sum, import) => sum + import.Fingerprint);

    /// <summary>The CSV file (line, column, value, reason) of an import's rejected rows; null when there are none or no such import.</summary>
    public string? FindRejects(string id) =>
        SalesFiles().Any(path => IdOf(path) == id) && Path.Combine(_folder, id + ImportDraft.RejectsEnding) is var rejects && File.Exists(rejects)
            ? rejects : null;

    /// <summary>The first rejected rows of an import, in file order.</summary>
    /// <param name="id">The import.</param>
    /// <param name="take">Rows wanted at most, 0 or more.</param>
    /// <returns>None when nothing was rejected or there is no such import. A value that a spreadsheet takes for a formula has an apostrophe before it.</returns>
    public IReadOnlyList<RejectedRow> ReadRejects(string id, int take)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(take);
        return FindRejects(id) is { } file ? RejectsFile.Read(file, Path.Combine(_folder, id + ImportDraft.ReasonsEnding), take) : [];
    }

    /// <summary>Opens a session on all sales.</summary>
    /// <param name="threads">Threads it may use, at least 1. Results do not depend on it.</param>
    /// <param name="memoryLimitMegabytes">Beyond this much memory it spills to the ledger's folder.</param>
    /// <remarks>It sees the imports of this moment. Dispose it; an import undone meanwhile makes its queries fail.</remarks>
    public LedgerSession Open(int threads, int memoryLimitMegabytes = DefaultMemoryMegabytes)
    {
        var session = LedgerSession.Open(SalesFiles(), threads, memoryLimitMegabytes, Spill);
        session.MissingColumns = MissingColumns();
        return session;
    }

    /// <summary>Adds the sales of a file that no earlier import holds.</summary>
    /// <param name="path">A file in any container, or a folder of such files.</param>
    /// <param name="options">What the caller knows better than detection.</param>
    /// <param name="importedAt">The moment to keep in the record. Rows dated after its day are rejected.</param>
    /// <param name="progress">Told some 50 times per 100,000 rows, on a thread of the import.</param>
    /// <param name="ct">Looked at every 2,048 rows.</param>
    /// <returns>The import's record; there is one even when every row was skipped.</returns>
    /// <remarks>
    /// Memory does not grow with the file or the ledger: about <see cref="ImportOptions.MemoryLimitMegabytes"/> and what reading holds.
    /// Whatever goes wrong, the ledger is as it was. A file with dates years from all others is read twice: those rows are rejected.
    /// </remarks>
    /// <exception cref="NotALedgerException">The file cannot be read as sales.</exception>
    /// <exception cref="IOException">The file cannot be read or the ledger cannot be written, the disk being full for instance.</exception>
    public async Task<LedgerImport> ImportAsync(
        string path, ImportOptions options, DateTimeOffset importedAt, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(options);
        var file = await SameScheduler.RunAsync(() => SalesFile.Detect(path, options, ct), ct);
        using var held = await LedgerLock.AcquireAsync(Lock, ct);
        return await SameScheduler.RunAsync(() => Import(file, importedAt, progress, ct), ct);
    }

    /// <summary>Takes an import back: its sales leave the ledger, its record and its rejects go.</summary>
    /// <param name="id">The import.</param>
    /// <param name="ct">Looked at while waiting for another change to end.</param>
    /// <returns>False when there is no such import.</returns>
    /// <remarks>Rows that a later import skipped because this one held them are not loaded by undoing it; import that file again.</remarks>
    public async Task<bool> UndoAsync(string id, CancellationToken ct)
    {
        using var held = await LedgerLock.AcquireAsync(Lock, ct);
        // Only a name that is in the folder is removed, whatever the text holds.
        if (!SalesFiles().Any(path => IdOf(path) == id))
        {
            return false;
        }

        ImportDraft.Remove(_folder, id);
        return true;
    }

    /// <summary>Does something while nobody imports or undoes.</summary>
    /// <param name="act">What.</param>
    /// <param name="ct">Looked at while waiting for a change to end.</param>
    public async Task WhileUnchangedAsync(Action act, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(act);
        using var held = await LedgerLock.AcquireAsync(Lock, ct);
        act();
    }

    /// <summary>Removes what killed imports and sessions left behind.</summary>
    /// <param name="ct">Looked at while waiting for a change to end.</param>
    public async Task RemoveLeftoversAsync(CancellationToken ct)
    {
        using var held = await LedgerLock.AcquireAsync(Lock, ct);
        ImportDraft.RemoveLeftovers(_folder);
        SpillFolder.RemoveAbandoned(Spill);
    }

    private LedgerImport Import(SalesFile file, DateTimeOffset importedAt, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        ImportDraft.RemoveLeftovers(_folder);
        SpillFolder.RemoveAbandoned(Spill);
        var earlier = SalesFiles();
        using var draft = new ImportDraft(_folder, NextId(earlier));
        var (record, proposed) = Write(file, draft, earlier, importedAt, progress, ct);
        if (proposed != file)
        {
            // What only the whole file tells: days, customers and sums that are to be read in another way.
            draft.Clear();
            (record, _) = Write(proposed, draft, earlier, importedAt, progress, ct);
        }

        ct.ThrowIfCancellationRequested();
        if (record.Questions.FirstOrDefault(question => question is { Code: QuestionCode.Currencies, IsOpen: true }) is { } open)
        {
            // A sum of several currencies is no figure: better none than a wrong one.
            throw new NotALedgerException(Problem.Of(ProblemCode.CurrenciesMixed, open.Values[0], string.Join(", ", open.Alternatives)));
        }

        draft.Commit(record);
        return record;
    }

    /// <summary>Reads a file into a draft, and finds how it should be read, now that all of it is known.</summary>
    private (LedgerImport Record, SalesFile Proposed) Write(
        SalesFile file, ImportDraft draft, List<string> earlier, DateTimeOffset importedAt, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        using (var rejects = new RejectsFile(draft.Rejects, draft.Reasons))
        using (var reader = new SalesReader(file, rejects.Add))
        using (var feed = new SalesFeed(reader, new(file.HasFractions, file.HasAmounts, earlier.Count > 0), file.Options.Threads, progress, ct))
        using (var session = LedgerSession.Open([], file.Options.Threads, file.Options.MemoryLimitMegabytes, Spill))
        {
            Write(session.Connection, feed, earlier.Count > 0 ? draft.Staged : draft.Sales, ct);
            var known = Imports().Where(import => import is { FirstDate: not null, LastDate: not null }).Select(import => (import.FirstDate!.Value, import.LastDate!.Value));
            var found = feed.Evidence.Days.FindStrays(SaleDays.LastAt(importedAt), known);
            var written = earlier.Count > 0 ? draft.Staged : draft.Sales;
            var proposed = feed.Evidence.Propose(file, found, reader.FoundFractions, reader.ProposedCurrency, products => Count(session.Connection, written, products));
            var (skipped, skippedPart) = earlier.Count == 0 ? (0, default)
                : Guarded(session.Connection, () => SalesDeduplicator.Write(session.Connection, draft.Staged, earlier, feed.Span, draft.Sales), ct);
            var (first, last) = skipped == 0 ? (Day(feed.Span.First), Day(feed.Span.Last)) : Days(session.Connection, draft.Sales);
            var record = new LedgerImport
            {
                Id = draft.Id,
                FileName = file.Options.FileName ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(file.Path)),
                ImportedAt = importedAt,
                Dialect = reader.Dialect,
                Columns = file.Columns.Headers,
                RowsRead = reader.RowsRead,
                RowsLoaded = feed.Rows - skipped,
                RowsSkipped = skipped,
                RowsRejected = reader.RowsRejected,
                FirstDate = first,
                LastDate = last,
                Days = file.Days == SaleDays.Any ? found.Days : file.Days,
                StrayDates = reader.StrayDates,
                Subtotals = file.Subtotals.IsEmpty ? null : file.Subtotals,
                Currency = file.Currency,
                RejectedAmount = reader.LeftOut.Amount,
                ReadAmount = reader.Sales.TotalAmount,
                LeftOut = reader.LeftOut.Parts(),
                Questions = [.. reader.Questions()],
                Fingerprint = feed.Fingerprint - skippedPart,
            };
            return (record, proposed);
        }
    }

    private static void Write(DuckDBConnection connection, SalesFeed feed, string target, CancellationToken ct)
    {
        feed.Register(connection);
        try
        {
            var copy = $"COPY (SELECT * FROM {SalesFeed.Function}()) TO {LedgerSession.Quote(target)} ({SalesDeduplicator.ParquetFormat})";
            Guarded(connection, () => SalesDeduplicator.Run(connection, copy), ct);
        }
        catch (IOException)
        {
            feed.ThrowFailure();
            throw;
        }
    }

    /// <summary>Runs statements that stop when cancelled, and whose failure is an <see cref="IOException"/>.</summary>
    private static T Guarded<T>(DuckDBConnection connection, Func<T> statements, CancellationToken ct)
    {
        using var interrupt = ct.Register(connection.NativeConnection.Interrupt);
        try
        {
            return statements();
        }
        catch (DuckDBException failure)
        {
            if (ct.IsCancellationRequested)
            {
                throw new OperationCanceledException("The import was cancelled.", failure, ct);
            }

            throw new IOException($"The ledger could not be written: {failure.Message}", failure);
        }
    }

    /// <summary>How many rows have each of some products, letter case apart.</summary>
    private static Dictionary<string, long> Count(DuckDBConnection connection, string sales, IReadOnlyList<string> products)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Quoted texts.
        command.CommandText = $"""
            SELECT lower(stock_code), count(*) FROM read_parquet({LedgerSession.Quote(sales)})
            WHERE lower(stock_code) IN ({string.Join(", ", products.Select(product => $"lower({LedgerSession.Quote(product)})"))}) GROUP BY ALL
            """;
#pragma warning restore CA2100
        var rows = new Dictionary<string, long>(StringComparer.OrdinalIgnoreCase);
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            rows[row.GetString(0)] = row.GetInt64(1);
        }

        return rows;
    }

    private static (DateOnly? First, DateOnly? Last) Days(DuckDBConnection connection, string sales)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A quoted path.
        command.CommandText = $"SELECT min(sold_at)::DATE, max(sold_at)::DATE FROM read_parquet({LedgerSession.Quote(sales)})";
#pragma warning restore CA2100
        using var row = command.ExecuteReader();
        row.Read();
        return row.IsDBNull(0) ? (null, null) : (row.GetFieldValue<DateOnly>(0), row.GetFieldValue<DateOnly>(1));
    }

    private ImmutableArray<LedgerColumn> MissingColumns()
    {
        try
        {
            var loaded = Imports().Where(import => import.RowsLoaded > 0).ToList();
            return loaded.Count == 0 ? [] :
            [
                .. new[] { LedgerColumn.StockCode, LedgerColumn.Quantity, LedgerColumn.Country }.Where(column => loaded.TrueForAll(import =>
                    !import.Columns.ContainsKey(column) && !(column == LedgerColumn.StockCode && import.Columns.ContainsKey(LedgerColumn.Description)))),
            ];
        }
        catch (InvalidDataException)
        {
            // The sales can be read without the record of the import they came by.
            return [];
        }
    }

    private static DateOnly? Day(long microseconds) => DayCounts.DayOf(microseconds);

    private List<string> SalesFiles() =>
        [.. Directory.EnumerateFiles(_folder, "*" + ImportDraft.SalesEnding).Order(StringComparer.Ordinal)];

    private static string IdOf(string salesFile) => Path.GetFileNameWithoutExtension(salesFile);

    /// <summary>One more than the highest number, so that names sort by time, and something random, so that no name comes twice.</summary>
    private static string NextId(IReadOnlyList<string> salesFiles)
    {
        var highest = salesFiles
            .Select(path => int.TryParse(IdOf(path).Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .DefaultIfEmpty()
            .Max();
        return FormattableString.Invariant($"{highest + 1:D6}-{Guid.NewGuid():N}")[..15];
    }

    private static LedgerImport ReadRecord(string salesFile)
    {
        var path = Path.ChangeExtension(salesFile, ImportDraft.RecordEnding);
        try
        {
            return LedgerImport.FromJson(File.ReadAllBytes(path));
        }
        catch (Exception damage) when (damage is JsonException or FileNotFoundException)
        {
            throw new InvalidDataException($"The record of the import {IdOf(salesFile)} is missing or damaged: {path}", damage);
        }
    }
}
