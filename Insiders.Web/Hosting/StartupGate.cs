namespace Insiders.Web.Hosting;

/// <summary>Holds back background work after a start until the first page can be shown, because both would compete for the processors.</summary>
public sealed class StartupGate
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A gate that is already open, for hosts without pages.</summary>
    public static StartupGate Passed()
    {
        var page = new StartupGate();
        page.SetReady();
        return page;
    }

    /// <summary>Opens the gate: what the first page needs is loaded, or failed to load.</summary>
    public void SetReady() => _ready.TrySetResult();

    /// <summary>Waits until the gate is open.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _ready.Task.WaitAsync(cancellationToken);
}
