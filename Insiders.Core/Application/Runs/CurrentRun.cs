namespace Insiders.Core.Application.Runs;

/// <summary>The run that the worker is at, so that somebody else can stop it.</summary>
public sealed class CurrentRun
{
    private readonly Lock _gate = new();
    private long _id;
    private CancellationTokenSource? _source;

    /// <summary>Takes a run up.</summary>
    /// <param name="runId">Its number.</param>
    /// <param name="stoppingToken">Stops it too.</param>
    /// <returns>Cancelled by <see cref="Cancel"/> or <paramref name="stoppingToken"/>; dispose it when the run has ended.</returns>
    public CancellationTokenSource Begin(long runId, CancellationToken stoppingToken)
    {
        lock (_gate)
        {
            _id = runId;
            return _source = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        }
    }

    /// <summary>The run has ended.</summary>
    public void End()
    {
        lock (_gate)
        {
            _source?.Dispose();
            _source = null;
        }
    }

    /// <summary>Stops a run if it is the one at work; otherwise nothing happens.</summary>
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

    /// <summary>True while a run is at work.</summary>
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
