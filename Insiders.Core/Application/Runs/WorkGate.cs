namespace Insiders.Core.Application.Runs;

/// <summary>Lets runs and imports work side by side, and a restore work alone.</summary>
public sealed class WorkGate
{
    private readonly Lock _gate = new();
    private int _working;
    private TaskCompletionSource? _closed;

    /// <summary>Begins a piece of work; waits while the gate is closed. Dispose the result when it is done.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task reopened;
            lock (_gate)
            {
                if (_closed is null)
                {
                    _working++;
                    return new Way(Leave);
                }

                reopened = _closed.Task;
            }

            await reopened.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Closes the gate; dispose the result to open it again.</summary>
    /// <returns>Null while work is going on, or when the gate is already closed.</returns>
    public IDisposable? TryClose()
    {
        lock (_gate)
        {
            if (_working > 0 || _closed is not null)
            {
                return null;
            }

            _closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return new Way(Open);
        }
    }

    private void Leave()
    {
        lock (_gate)
        {
            _working--;
        }
    }

    private void Open()
    {
        lock (_gate)
        {
            _closed!.SetResult();
            _closed = null;
        }
    }

    private sealed class Way(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
