namespace Insiders.Tests.Kills;

/// <summary>One repetition: a site starts its work, is killed during it, and is started again.</summary>
/// <param name="site">Its data folder.</param>
public abstract class KillScenario(KilledSite site)
{
    /// <summary>The data folder and its site.</summary>
    protected KilledSite Site { get; } = site;

    /// <summary>Fills the data folder with what the work needs, before a site runs.</summary>
    public virtual Task PrepareAsync() => Task.CompletedTask;

    /// <summary>Starts the site and prepares everything up to the start of the work.</summary>
    public abstract Task BeginAsync();

    /// <summary>Does the work. It ends when the person who requested it could know that it is done; from then on its result must survive a kill.</summary>
    /// <param name="killed">Cancelled by the kill.</param>
    public abstract Task WorkAsync(CancellationToken killed);

    /// <summary>Kills the process that does the work.</summary>
    public virtual Task KillAsync() => Site.KillAsync();

    /// <summary>Starts a site on the folder again.</summary>
    public virtual Task ReturnAsync() => Site.StartAsync();

    /// <summary>What is currently lost, half-done or not done; called again until there is nothing.</summary>
    /// <param name="wasDone">Whether the work had ended before the kill.</param>
    public abstract Task<IReadOnlyList<string>> FindFaultsAsync(bool wasDone);
}
