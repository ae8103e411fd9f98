namespace Insiders.Tests.Fixtures;

/// <summary>A clock that a test moves.</summary>
public sealed class HandClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset _now = now;

    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>Advances the clock.</summary>
    public void Advance(TimeSpan by) => _now += by;
}
