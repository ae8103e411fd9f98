using Insiders.Core.Application.Audit;
using Insiders.Core.Application.Disk;
using Insiders.Core.Application.Imports;
using Insiders.Core.Application.Runs;
using Insiders.Core.Import;
using Insiders.Core.Ledger;
using Insiders.Core.Problems;
using Insiders.Web.Hosting.Data;

namespace Insiders.Web.Hosting.Imports;

/// <summary>Imports queued files one after the other, independently of open pages.</summary>
public sealed class ImportWorker(
    SalesLedger ledger, IImportJobStore jobs, ImportQueue queue, ImportRegistry registry, ImportStatusBroadcaster importStatus, UploadFolder uploads, StartupGate firstPage, WorkGate gate, DiskSpace space, StoreRetry retry, TimeProvider time, ILogger<ImportWorker> log)
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
                importStatus.Post(new(null));
            }
        }
    }

    /// <summary>Marks jobs that a killed process left running, and queues the waiting ones again.</summary>
    private async Task PrepareAsync(CancellationToken stoppingToken)
    {
        var allJobs = await jobs.ListAsync(stoppingToken);
        foreach (var job in allJobs.Where(job => job.State == ImportJobState.Running))
        {
            var ended = FindCommitted(job, allJobs) is { } import ? await CompleteAsync(job, import) : job with { State = ImportJobState.Interrupted };
            Log.LogWarning("The import of {File} was in progress when the process ended; it is marked as {State}.", job.FileName, ended.State);
            await EndAsync(ended with { FinishedAt = EndOf(job) }, stoppingToken);
        }

        foreach (var waiting in allJobs.Where(job => job.State == ImportJobState.Queued).Reverse())
        {
            queue.Resume(waiting.Id);
        }
    }

    /// <summary>The import of a job that was interrupted after its sales were added to the ledger; null if it was interrupted before that.</summary>
    private LedgerImport? FindCommitted(ImportJob job, IReadOnlyList<ImportJob> allJobs)
        => ledger.Imports().LastOrDefault(import => import.FileName == job.FileName && import.ImportedAt >= job.UploadedAt && !allJobs.Any(other => other.ImportId == import.Id));

    private async Task ReadAsync(ImportJob job, CancellationToken stoppingToken)
    {
        using var activity = Telemetry.Source.StartActivity("import");
        activity?.SetTag("insiders.import", job.Id);
        var started = Time.GetTimestamp();
        var cancelled = queue.Begin(job.Id, stoppingToken);
        ImportJob ended;
        try
        {
            space.Require(DiskSpace.OfImport(uploads.PathOf(job)));
            await retry.UntilAnsweredAsync(() => jobs.SaveAsync(job with { State = ImportJobState.Running }, cancelled), cancelled);
            importStatus.Post(new(job.Id));
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

        // Shown at once and stored as soon as the store answers, even when the site is stopping, because an ended job must not be shown as running.
        ended = ended with { FinishedAt = EndOf(job) };
        importStatus.Post(new(null) { Unwritten = ended });
        await EndAsync(ended, stoppingToken);
        var outcome = ended.State.ToString().ToLowerInvariant();
        activity?.SetTag("insiders.outcome", outcome);
        Telemetry.Imports.Add(1, KeyValuePair.Create("outcome", (object?)outcome));
        Telemetry.ImportSeconds.Record(Time.GetElapsedTime(started).TotalSeconds, KeyValuePair.Create("outcome", (object?)outcome));
    }

    /// <summary>Stores how a job ended; the file of one that succeeded is not needed any more.</summary>
    private async Task EndAsync(ImportJob ended, CancellationToken stoppingToken)
    {
        await retry.UntilAnsweredAsync(() => jobs.SaveAsync(ended, CancellationToken.None, EntryOf(ended)), stoppingToken);
        if (ended.State == ImportJobState.Succeeded)
        {
            uploads.Remove(ended);
        }
    }

    /// <summary>Records an import that is already in the ledger, with its rejected rows.</summary>
    private async Task<ImportJob> CompleteAsync(ImportJob job, LedgerImport import)
    {
        await retry.UntilAnsweredAsync(() => registry.RecordAsync(import, job.RequestedBy, CancellationToken.None), CancellationToken.None);
        if (import.RowsRejected > 0 && File.Exists(uploads.PathOf(job)))
        {
            var (path, options) = (uploads.PathOf(job), OptionsOf(job));
            try
            {
                await _threads.RunAsync(() => RejectedSales.Write(SalesFile.Detect(path, options, CancellationToken.None) with { Days = import.Days ?? SaleDays.Any, Subtotals = import.Subtotals ?? [], Currency = import.Currency }, uploads.RejectsOf(job), CancellationToken.None), CancellationToken.None);
            }
            catch (IOException refusal)
            {
                // The sales are loaded and the ledger lists the rejected rows; only their original text is lost.
                Log.LogWarning(refusal, "The rejected rows of {File} could not be saved.", job.FileName);
            }
        }

        return job with { State = ImportJobState.Succeeded, ImportId = import.Id };
    }

    /// <summary>The end time of a job; a clock that was put back does not make it end before it began.</summary>
    private DateTimeOffset EndOf(ImportJob job) => Time.GetUtcNow() is var now && now > job.UploadedAt ? now : job.UploadedAt;

    private static ImportOptions OptionsOf(ImportJob job) => ImportChoices.FromJson(job.Options).ToOptions(job.FileName);

    private AuditEntry EntryOf(ImportJob ended)
        => new(0, Time.GetUtcNow(), ended.RequestedBy, ended.State == ImportJobState.Succeeded ? "import.loaded" : "import." + ended.State.ToString().ToLowerInvariant(), ended.ImportId ?? ended.Id, ended.FileName);

    private async Task<LedgerImport> LoadAsync(ImportJob job, CancellationToken cancellationToken)
    {
        var (path, options) = (uploads.PathOf(job), OptionsOf(job));
        var import = await _threads.RunAsync(() => ledger.ImportAsync(path, options, Time.GetUtcNow(), _threads.Passing(new Progress(importStatus, job.Id)), cancellationToken), cancellationToken);
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

    /// <summary>Forwards progress in order, no more often than a page can show it.</summary>
    private sealed class Progress(ImportStatusBroadcaster importStatus, string jobId) : IProgress<ImportProgress>
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
                    importStatus.Post(new(jobId, value));
                }
            }
        }
    }
}
