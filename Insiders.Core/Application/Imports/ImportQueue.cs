using System.Threading.Channels;

namespace Insiders.Core.Application.Imports;

/// <summary>The way to start an import and to stop it: what is asked is written to the store first, so that a restart finds it.</summary>
public sealed class ImportQueue(IImportJobStore jobs, ImportStatusBroadcaster importStatus, TimeProvider time)
{
    private readonly Channel<string> _waiting = Channel.CreateUnbounded<string>();
    private readonly Lock _gate = new();
    private string? _runningId;
    private CancellationTokenSource? _running;

    /// <summary>Puts a job in line, again if it was cut off.</summary>
    public async Task EnqueueAsync(ImportJob job, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        await jobs.SaveAsync(job with { State = ImportJobState.Queued, FinishedAt = null, Error = null }, cancellationToken);
        Resume(job.Id);
    }

    /// <summary>Stops a job, whether it waits or is being read; one that has ended stays as it is.</summary>
    public async Task CancelAsync(string jobId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_runningId == jobId)
            {
                _running!.Cancel();
                return;
            }
        }

        if (await jobs.FindAsync(jobId, cancellationToken) is { State: ImportJobState.Queued } waiting)
        {
            await jobs.SaveAsync(waiting with { State = ImportJobState.Cancelled, FinishedAt = time.GetUtcNow() }, cancellationToken);
            importStatus.Post(importStatus.Current with { });
        }
    }

    /// <summary>How a job ended that the store has not taken yet; null for any other.</summary>
    public ImportJob? FindUnwritten(string jobId) => importStatus.Current.Unwritten is { } ended && ended.Id == jobId ? ended : null;

    /// <summary>Puts a job that the store holds as queued back in line.</summary>
    public void Resume(string jobId) => _waiting.Writer.TryWrite(jobId);

    /// <summary>Jobs, as they come; for the worker.</summary>
    public IAsyncEnumerable<string> ReadAllAsync(CancellationToken cancellationToken) => _waiting.Reader.ReadAllAsync(cancellationToken);

    /// <summary>A token for the job that the worker takes up, cancelled with the site or by <see cref="CancelAsync"/>.</summary>
    public CancellationToken Begin(string jobId, CancellationToken stoppingToken)
    {
        lock (_gate)
        {
            _runningId = jobId;
            _running = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            return _running.Token;
        }
    }

    /// <summary>The job has ended.</summary>
    public void End()
    {
        lock (_gate)
        {
            _runningId = null;
            _running?.Dispose();
            _running = null;
        }
    }
}
