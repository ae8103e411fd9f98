using System.Collections.Immutable;
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

    /// <summary>The record of the file read; null before one was.</summary>
    public LedgerImport? Import { get; private set; }

    /// <summary>What was doubtful about the file read.</summary>
    public ImmutableArray<Question> Questions => Import?.Questions ?? [];

    /// <summary>Reads files into the ledger, as one import.</summary>
    /// <param name="files">Paths of one file or folder, or of several files with the same headings; at least one.</param>
    /// <param name="options">How to read it, and answers.</param>
    /// <param name="error">Gets a line on what was read.</param>
    /// <param name="cancellationToken">Stops the import.</param>
    /// <returns>The CSV of rejected rows; null when there are none.</returns>
    /// <exception cref="RefusedException">The file is not there or is no ledger, or only a person can say what it means.</exception>
    public async Task<string?> ImportAsync(IReadOnlyList<string> files, ImportOptions options, TextWriter error, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(files);
        if (files.FirstOrDefault(path => !File.Exists(path) && !(files.Count == 1 && Directory.Exists(path))) is { } wrong)
        {
            throw new RefusedException(Directory.Exists(wrong)
                ? $"Expected either one folder or files, and {wrong} is a folder among others."
                : $"Expected a sales file, and there is none at {wrong}.");
        }

        var file = files[0];
        options = options with { FurtherFiles = [.. files.Skip(1)] };
        try
        {
            var import = await _ledger.ImportAsync(file, options, TimeProvider.System.GetUtcNow(), null, cancellationToken);
            await error.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"[  0 %] Read {import.RowsRead:N0} rows: {import.RowsLoaded:N0} loaded, {import.RowsRejected:N0} rejected"));
            Import = import;
            if (import.Questions.FirstOrDefault(question => question.IsOpen) is { } open)
            {
                throw new RefusedException($"{open.Sentence} {char.ToUpperInvariant(ReadingOptions.Answering(open)[0])}{ReadingOptions.Answering(open)[1..]}.");
            }

            return _ledger.FindRejects(import.Id);
        }
        catch (NotALedgerException refusal) when (refusal.Problem.Code == ProblemCode.CurrenciesMixed)
        {
            var answers = refusal.Problem.Values[1].Text.Split(", ").Select(answer => $"--answer {Question.KeyOf(QuestionCode.Currencies)}={answer}");
            throw new RefusedException($"{refusal.Message} Say which with {string.Join(" or ", answers)}.", refusal);
        }
        catch (NotALedgerException refusal)
        {
            var hint = refusal.Problem.Code == ProblemCode.ColumnsMissing ? " Name it with --column, such as --column Customer=HEADER." : "";
            throw new RefusedException($"{file} is no sales ledger: {refusal.Message}{hint}", refusal);
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
