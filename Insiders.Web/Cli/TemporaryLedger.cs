using System.Globalization;
using Insiders.Core.Import;
using Insiders.Core.Ledger;
using Insiders.Core.Pipeline;
using Insiders.Core.Problems;

namespace Insiders.Web.Cli;

/// <summary>A ledger that lasts as long as one command: a folder that is removed with this object.</summary>
public sealed class TemporaryLedger : IDisposable
{
    private readonly string _folder = CreateFolder();
    private readonly SalesLedger _ledger;

    /// <exception cref="RefusedException">The folder for temporary files cannot be written.</exception>
    public TemporaryLedger() => _ledger = new SalesLedger(_folder);

    /// <summary>What the ledger holds.</summary>
    public string Fingerprint => _ledger.Fingerprint().ToString();

    /// <summary>Rows that were left out since their dates cannot be right; null when there are none.</summary>
    public StrayDates? StrayDates { get; private set; }

    /// <summary>Reads a file into the ledger.</summary>
    /// <param name="file">Path of the file.</param>
    /// <param name="threads">Threads it may use.</param>
    /// <param name="error">Gets a line on what was read.</param>
    /// <param name="cancellationToken">Stops the import.</param>
    /// <returns>The CSV of rejected rows; null when there are none.</returns>
    /// <exception cref="RefusedException">The file is not there or is no ledger.</exception>
    public async Task<string?> ImportAsync(string file, int threads, TextWriter error, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            throw new RefusedException(Directory.Exists(file)
                ? $"Expected a sales file, and {file} is a folder."
                : $"Expected a sales file, and there is none at {file}.");
        }

        try
        {
            var import = await _ledger.ImportAsync(file, ImportOptions.Default with { Threads = threads }, TimeProvider.System.GetUtcNow(), null, cancellationToken);
            await error.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"[  0 %] Read {import.RowsRead:N0} rows: {import.RowsLoaded:N0} loaded, {import.RowsRejected:N0} rejected"));
            StrayDates = import.StrayDates;
            return _ledger.FindRejects(import.Id);
        }
        catch (NotALedgerException refusal)
        {
            throw new RefusedException($"{file} is no sales ledger: {refusal.Message}", refusal);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"{file} cannot be read: {refusal.Message}", refusal);
        }
    }

    /// <summary>Runs the pipeline on the ledger.</summary>
    /// <exception cref="RefusedException">Nothing is left to segment, or too little.</exception>
    public async Task<SegmentationResult> RunAsync(Recipe recipe, int threads, IProgress<RunProgress> progress, CancellationToken cancellationToken)
    {
        using var session = _ledger.Open(threads);
        try
        {
            return await SegmentationPipeline.RunAsync(session, recipe, threads, progress, cancellationToken);
        }
        catch (NotSegmentableException refusal)
        {
            throw new RefusedException(refusal.Message, refusal);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string CreateFolder()
    {
        try
        {
            return Directory.CreateTempSubdirectory("insiders-").FullName;
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"Expected a folder for temporary files, and {Path.GetTempPath()} cannot be written: {refusal.Message}", refusal);
        }
    }
}
