using Insiders.Core.Application.Audit;
using Insiders.Core.Application.Disk;
using Insiders.Core.Application.Imports;
using Insiders.Core.Application.Runs;
using Insiders.Core.Import;
using Insiders.Core.Ledger;
using Insiders.Core.Problems;
using Insiders.Web.Hosting.Data;

namespace Insiders.Web.Hosting.Imports;

/// <summary>Imports queued files one after the other, whoever is looking.</summary>
public sealed class ImportWorker(
    SalesLedger ledger, IImportJobStore jobs, ImportQueue queue, ImportRegistry book, ImportStatusBroadcaster board, UploadFolder area, StartupGate firstPage, WorkGate gate, DiskSpace space, StoreRetry retry, TimeProvider time, ILogger<ImportWorker> log)
    : EnduringService(time, log)
{
    private readonly BackgroundThreads _threads = new("import");

    /// <inheritdoc/>
    public override void Dispose()
    {
        _threads.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task WorkAsync(CancellationToken stoppingToken)
    {
        await firstPage.WaitAsync(stoppingToken);
        await retry.UntilAnsweredAsync(() => PrepareAsync(stoppingToken), stoppingToken);
        await foreach (var id in queue.ReadAllAsync(stoppingToken))
        {
            using var way = await gate.EnterAsync(stoppingToken);
            if (await retry.UntilAnsweredAsync(() => jobs.FindAsync(id, stoppingToken), stoppingToken) is { State: ImportJobState.Queued } job)
            {
                await ReadAsync(job, stoppingToken);
                board.Post(new(null));
            }
        }
    }

    /// <summary>Marks what a killed process left running, and puts back in line what waited.</summary>
    private async Task PrepareAsync(CancellationToken stoppingToken)
    {
        var known = await jobs.ListAsync(stoppingToken);
        foreach (var job in known.Where(job => job.State == ImportJobState.Running))
        {
            var ended = FindCommitted(job, known) is { } import ? await CompleteAsync(job, import) : job with { State = ImportJobState.Interrupted };
            Log.LogWarning("The import of {File} was going on when the process ended; it is marked as {State}.", job.FileName, ended.State);
            await jobs.SaveAsync(ended with { FinishedAt = EndOf(job) }, stoppingToken, EntryOf(ended));
        }

        foreach (var waiting in known.Where(job => job.State == ImportJobState.Queued).Reverse())
        {
            queue.Resume(waiting.Id);
        }
    }

    /// <summary>The import of a job that was cut off after its sales had become part of the ledger; null when it was cut off before.</summary>
    private LedgerImport? FindCommitted(ImportJob job, IReadOnlyList<ImportJob> known)
        => ledger.Imports().LastOrDefault(import => import.FileName == job.FileName && import.ImportedAt >= job.UploadedAt && !known.Any(other => other.ImportId == import.Id));

    private async Task ReadAsync(ImportJob job, CancellationToken stoppingToken)
    {
        using var activity = Telemetry.Source.StartActivity("import");
        activity?.SetTag("insiders.import", job.Id);
        var started = Time.GetTimestamp();
        var cancelled = queue.Begin(job.Id, stoppingToken);
        ImportJob ended;
        try
        {
            space.Require(DiskSpace.OfImport(area.PathOf(job)));
            await retry.UntilAnsweredAsync(() => jobs.SaveAsync(job with { State = ImportJobState.Running }, cancelled), cancelled);
            board.Post(new(job.Id));
            ended = await CompleteAsync(job, await LoadAsync(job, cancelled));
        }
        catch (OperationCanceledException)
        {
            ended = job with { State = stoppingToken.IsCancellationRequested ? ImportJobState.Interrupted : ImportJobState.Cancelled };
        }
        catch (Exception failure)
        {
            Log.LogError(failure, "The file {File} could not be imported.", job.FileName);
            ended = job with { State = ImportJobState.Failed, Error = Problem.Of(failure) };
        }
        finally
        {
            queue.End();
        }

        // Shown at once, and written down as soon as the store answers; also when the site is stopping: a job that has ended must not claim to be running.
        ended = ended with { FinishedAt = EndOf(job) };
        board.Post(new(null) { Unwritten = ended });
        await retry.UntilAnsweredAsync(() => jobs.SaveAsync(ended, CancellationToken.None, EntryOf(ended)), stoppingToken);
        if (ended.State == ImportJobState.Succeeded)
        {
            area.Remove(job);
        }

        var outcome = ended.State.ToString().ToLowerInvariant();
        activity?.SetTag("insiders.outcome", outcome);
        Telemetry.Imports.Add(1, KeyValuePair.Create("outcome", (object?)outcome));
        Telemetry.ImportSeconds.Record(Time.GetElapsedTime(started).TotalSeconds, KeyValuePair.Create("outcome", (object?)outcome));
    }

    /// <summary>Puts an import that is part of the ledger on record, with its rejected rows.</summary>
    private async Task<ImportJob> CompleteAsync(ImportJob job, LedgerImport import)
    {
        await retry.UntilAnsweredAsync(() => book.RecordAsync(import, job.RequestedBy, CancellationToken.None), CancellationToken.None);
        if (import.RowsRejected > 0 && File.Exists(area.PathOf(job)))
        {
            var (path, options) = (area.PathOf(job), OptionsOf(job));
            try
            {
                await _threads.RunAsync(() => RejectedSales.Write(SalesFile.Detect(path, options, CancellationToken.None) with { Days = import.Days ?? SaleDays.Any, Subtotals = import.Subtotals ?? [] }, area.RejectsOf(job), CancellationToken.None), CancellationToken.None);
            }
            catch (IOException refusal)
            {
                // The sales are in, and the ledger has the list of what was rejected: only the rows as they stood in the file are not kept.
                Log.LogWarning(refusal, "The rejected rows of {File} could not be kept.", job.FileName);
            }
        }

        return job with { State = ImportJobState.Succeeded, ImportId = import.Id };
    }

    /// <summary>A clock that was put back does not make a job end before it began.</summary>
    private DateTimeOffset EndOf(ImportJob job) => Time.GetUtcNow() is var now && now > job.UploadedAt ? now : job.UploadedAt;

    private static ImportOptions OptionsOf(ImportJob job) => ImportChoices.FromJson(job.Options).ToOptions(job.FileName);

    private AuditEntry EntryOf(ImportJob ended)
        => new(0, Time.GetUtcNow(), ended.RequestedBy, ended.State == ImportJobState.Succeeded ? "import.loaded" : "import." + ended.State.ToString().ToLowerInvariant(), ended.ImportId ?? ended.Id, ended.FileName);

    private async Task<LedgerImport> LoadAsync(ImportJob job, CancellationToken cancellationToken)
    {
        var (path, options) = (area.PathOf(job), OptionsOf(job));
        var import = await _threads.RunAsync(() => ledger.ImportAsync(path, options, Time.GetUtcNow(), _threads.Passing(new Progress(board, job.Id)), cancellationToken), cancellationToken);
        CountRows(import);
        Log.LogInformation("Import {Import}: {Read} rows read, {Loaded} loaded, {Skipped} skipped, {Rejected} rejected.", import.Id, import.RowsRead, import.RowsLoaded, import.RowsSkipped, import.RowsRejected);
        return import;
    }

    private static void CountRows(LedgerImport import)
    {
        foreach (var (rows, fate) in new[] { (import.RowsLoaded, "loaded"), (import.RowsSkipped, "skipped"), (import.RowsRejected, "rejected") })
        {
            Telemetry.ImportedRows.Add(rows, KeyValuePair.Create("fate", (object?)fate));
        }
    }

    /// <summary>Passes progress on in order, not more often than a page can show.</summary>
    private sealed class Progress(ImportStatusBroadcaster board, string jobId) : IProgress<ImportProgress>
    {
        private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(150);
        private readonly Lock _gate = new();
        private long _posted;

        public void Report(ImportProgress value)
        {
            lock (_gate)
            {
                if (TimeProvider.System.GetElapsedTime(_posted) >= s_pause)
                {
                    _posted = TimeProvider.System.GetTimestamp();
                    board.Post(new(jobId, value));
                }
            }
        }
    }
}
