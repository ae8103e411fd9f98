namespace Insiders.Web.Hosting;

/// <summary>What work that can wait waits for after a start: that the first page could be shown. Both at once would share processors.</summary>
public sealed class StartupGate
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>One that nobody has to wait for: where there is no page.</summary>
    public static StartupGate Passed()
    {
        var page = new StartupGate();
        page.SetReady();
        return page;
    }

    /// <summary>What it needs is there, or cannot be had.</summary>
    public void SetReady() => _ready.TrySetResult();

    /// <summary>Waits until it could be shown.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _ready.Task.WaitAsync(cancellationToken);
}
