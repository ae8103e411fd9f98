namespace Insiders.Tests.Kills;

/// <summary>One repetition: a site is brought to its work, killed at it, and started again.</summary>
/// <param name="site">Its data folder.</param>
public abstract class KillScenario(KilledSite site)
{
    /// <summary>The data folder and its site.</summary>
    protected KilledSite Site { get; } = site;

    /// <summary>Fills the data folder with what the work needs. No site runs yet.</summary>
    public virtual Task PrepareAsync() => Task.CompletedTask;

    /// <summary>Starts the site and goes to where the work begins with the next step.</summary>
    public abstract Task BeginAsync();

    /// <summary>The work. It ends when whoever ordered it could know that it is done: what is killed after that must be there.</summary>
    /// <param name="killed">Ends the waiting.</param>
    public abstract Task WorkAsync(CancellationToken killed);

    /// <summary>Kills what does the work.</summary>
    public virtual Task KillAsync() => Site.KillAsync();

    /// <summary>Has a site on the folder again.</summary>
    public virtual Task ReturnAsync() => Site.StartAsync();

    /// <summary>What is lost, half-done or not carried out at the moment; it is asked again until that is nothing.</summary>
    /// <param name="wasDone">Whether the work had ended before the kill.</param>
    public abstract Task<IReadOnlyList<string>> FindFaultsAsync(bool wasDone);
}
