using Insiders.Core.Import;
using Insiders.Core.Ledger;
using Insiders.Core.Problems;
using Insiders.Core.Storage;
using Insiders.Web.Api;

namespace Insiders.Web.Worker;

/// <summary>Imports queued files one after the other, whoever is looking.</summary>
public sealed class ImportWorker(
    SalesLedger ledger, ImportJobStore jobs, ImportQueue queue, ImportBook book, ImportBoard board, UploadArea area, AuditLog audit, TimeProvider time, ILogger<ImportWorker> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
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
        var interrupted = await jobs.MarkInterruptedAsync(time.GetUtcNow(), stoppingToken);
        if (interrupted > 0)
        {
            log.LogWarning("Imports that were going on when the process ended, now marked as interrupted: {Count}.", interrupted);
        }

        foreach (var waiting in (await jobs.ListAsync(stoppingToken)).Where(job => job.State == ImportJobState.Queued).Reverse())
        {
            queue.Resume(waiting.Id);
        }
    }

    private async Task ReadAsync(ImportJob job, CancellationToken stoppingToken)
    {
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
        await audit.AddAsync(
            new AuditEntry(0, time.GetUtcNow(), job.RequestedBy, ended.State == ImportJobState.Succeeded ? "import.loaded" : "import." + ended.State.ToString().ToLowerInvariant(), ended.ImportId ?? job.Id, job.FileName), CancellationToken.None);
    }

    private async Task<LedgerImport> LoadAsync(ImportJob job, CancellationToken cancellationToken)
    {
        var options = ImportChoices.FromJson(job.Options).ToOptions(job.FileName);
        var path = area.PathOf(job);
        var import = await ledger.ImportAsync(path, options, time.GetUtcNow(), new Progress(board, job.Id), cancellationToken);
        await book.RecordAsync(import, job.RequestedBy, CancellationToken.None);
        if (import.RowsRejected > 0)
        {
            await Task.Run(() => RejectedSales.Write(SalesFile.Detect(path, options, CancellationToken.None), area.RejectsOf(job), CancellationToken.None), CancellationToken.None);
        }

        log.LogInformation("Import {Import}: {Read} rows read, {Loaded} loaded, {Skipped} skipped, {Rejected} rejected.", import.Id, import.RowsRead, import.RowsLoaded, import.RowsSkipped, import.RowsRejected);
        return import;
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
