namespace Insiders.Tests.Kills;

/// <summary>A kind of work that sites are killed at.</summary>
/// <param name="Name">What the work is.</param>
/// <param name="Ways">In how many ways it can be begun, at least 1; repetitions take turns.</param>
/// <param name="Usual">About how long the work takes; used where it is not worth measuring.</param>
/// <param name="OnPage">Whether it is begun by a click on a page, for which there must be a browser.</param>
/// <param name="Create">Makes one repetition on a data folder of its own, begun in one of the ways, from 0.</param>
public sealed record KillKind(string Name, int Ways, TimeSpan Usual, bool OnPage, Func<KilledSite, int, KillScenario> Create)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
