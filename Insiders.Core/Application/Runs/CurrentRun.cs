namespace Insiders.Core.Application.Runs;

/// <summary>The run being computed, so that another part of the program can stop it.</summary>
public sealed class CurrentRun
{
    private readonly Lock _gate = new();
    private long _id;
    private CancellationTokenSource? _source;

    /// <summary>Marks a run as the current one.</summary>
    /// <param name="runId">Its number.</param>
    /// <param name="stoppingToken">Also stops the run.</param>
    /// <returns>A source cancelled by <see cref="Cancel"/> or <paramref name="stoppingToken"/>; dispose it when the run has ended.</returns>
    public CancellationTokenSource Begin(long runId, CancellationToken stoppingToken)
    {
        lock (_gate)
        {
            _id = runId;
            return _source = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        }
    }

    /// <summary>Called when the run has ended.</summary>
    public void End()
    {
        lock (_gate)
        {
            _source?.Dispose();
            _source = null;
        }
    }

    /// <summary>Stops a run if it is the current one; otherwise does nothing.</summary>
    public void Cancel(long runId)
    {
        lock (_gate)
        {
            if (_id == runId)
            {
                _source?.Cancel();
            }
        }
    }

    /// <summary>True while a run is being computed.</summary>
    public bool IsBusy
    {
        get
        {
            lock (_gate)
            {
                return _source is not null;
            }
        }
    }
}
