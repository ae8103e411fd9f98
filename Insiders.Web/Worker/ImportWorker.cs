using Insiders.Core.Import;
using Insiders.Core.Ledger;
using Insiders.Core.Problems;
using Insiders.Core.Storage;
using Insiders.Web.Api;

namespace Insiders.Web.Worker;

/// <summary>Imports queued files one after the other, whoever is looking.</summary>
public sealed class ImportWorker(
    SalesLedger ledger, ImportJobStore jobs, ImportQueue queue, ImportBook book, ImportBoard board, UploadArea area, FirstPage firstPage, AuditLog audit, TimeProvider time, ILogger<ImportWorker> log) : BackgroundService
{
    private readonly BackgroundThreads _threads = new("import");

    /// <inheritdoc/>
    public override void Dispose()
    {
        _threads.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await firstPage.WaitAsync(stoppingToken);
        await PrepareAsync(stoppingToken);
        await foreach (var id in queue.ReadAllAsync(stoppingToken))
        {
            if (await jobs.FindAsync(id, stoppingToken) is { State: ImportJobState.Queued } job)
            {
                await ReadAsync(job, stoppingToken);
                board.Post(new(null));
            }
        }
    }

    /// <summary>Marks what a killed process left running, and puts back in line what waited.</summary>
    private async Task PrepareAsync(CancellationToken stoppingToken)
    {
        area.RemoveUnfinished();
        var known = await jobs.ListAsync(stoppingToken);
        var cutOff = known.Where(job => job.State == ImportJobState.Running).ToArray();
        foreach (var job in cutOff)
        {
            log.LogWarning("The import of {File} was going on when the process ended; it is marked as interrupted.", job.FileName);
            await AuditAsync(job with { State = ImportJobState.Interrupted });
        }

        if (cutOff.Length > 0)
        {
            await jobs.MarkInterruptedAsync(time.GetUtcNow(), stoppingToken);
        }

        foreach (var waiting in known.Where(job => job.State == ImportJobState.Queued).Reverse())
        {
            queue.Resume(waiting.Id);
        }
    }

    private async Task ReadAsync(ImportJob job, CancellationToken stoppingToken)
    {
        using var activity = Telemetry.Source.StartActivity("import");
        activity?.SetTag("insiders.import", job.Id);
        var started = time.GetTimestamp();
        var cancelled = queue.Begin(job.Id, stoppingToken);
        ImportJob ended;
        try
        {
            await jobs.SaveAsync(job with { State = ImportJobState.Running }, cancelled);
            board.Post(new(job.Id));
            var import = await LoadAsync(job, cancelled);
            ended = job with { State = ImportJobState.Succeeded, ImportId = import.Id };
            area.Remove(job);
        }
        catch (OperationCanceledException)
        {
            ended = job with { State = stoppingToken.IsCancellationRequested ? ImportJobState.Interrupted : ImportJobState.Cancelled };
        }
        catch (Exception failure)
        {
            log.LogError(failure, "The file {File} could not be imported.", job.FileName);
            ended = job with { State = ImportJobState.Failed, Error = Problem.Of(failure) };
        }
        finally
        {
            queue.End();
        }

        // Also when the site is stopping: a job that has ended must not claim to be running.
        await jobs.SaveAsync(ended with { FinishedAt = time.GetUtcNow() }, CancellationToken.None);
        var outcome = ended.State.ToString().ToLowerInvariant();
        activity?.SetTag("insiders.outcome", outcome);
        Telemetry.Imports.Add(1, KeyValuePair.Create("outcome", (object?)outcome));
        Telemetry.ImportSeconds.Record(time.GetElapsedTime(started).TotalSeconds, KeyValuePair.Create("outcome", (object?)outcome));
        await AuditAsync(ended);
    }

    private Task AuditAsync(ImportJob ended) => audit.AddAsync(
        new AuditEntry(0, time.GetUtcNow(), ended.RequestedBy, ended.State == ImportJobState.Succeeded ? "import.loaded" : "import." + ended.State.ToString().ToLowerInvariant(), ended.ImportId ?? ended.Id, ended.FileName),
        CancellationToken.None);

    private async Task<LedgerImport> LoadAsync(ImportJob job, CancellationToken cancellationToken)
    {
        var options = ImportChoices.FromJson(job.Options).ToOptions(job.FileName);
        var path = area.PathOf(job);
        var import = await _threads.RunAsync(() => ledger.ImportAsync(path, options, time.GetUtcNow(), _threads.Passing(new Progress(board, job.Id)), cancellationToken), cancellationToken);
        await book.RecordAsync(import, job.RequestedBy, CancellationToken.None);
        if (import.RowsRejected > 0)
        {
            await _threads.RunAsync(() => RejectedSales.Write(SalesFile.Detect(path, options, CancellationToken.None) with { Days = import.Days ?? SaleDays.Any }, area.RejectsOf(job), CancellationToken.None), CancellationToken.None);
        }

        CountRows(import);
        log.LogInformation("Import {Import}: {Read} rows read, {Loaded} loaded, {Skipped} skipped, {Rejected} rejected.", import.Id, import.RowsRead, import.RowsLoaded, import.RowsSkipped, import.RowsRejected);
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
    private sealed class Progress(ImportBoard board, string jobId) : IProgress<ImportProgress>
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
