namespace Insiders.Tests.Kills;

/// <summary>A kind of work during which sites are killed.</summary>
/// <param name="Name">Name of the work.</param>
/// <param name="Ways">Number of ways to start it, at least 1; repetitions alternate between them.</param>
/// <param name="Usual">Approximate duration of the work; used when measuring is not worthwhile.</param>
/// <param name="OnPage">Whether it is started by a click on a page, which needs a browser.</param>
/// <param name="Create">Creates one repetition on its own data folder, started in one of the ways, from 0.</param>
public sealed record KillKind(string Name, int Ways, TimeSpan Usual, bool OnPage, Func<KilledSite, int, KillScenario> Create)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
