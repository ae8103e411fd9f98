namespace Insiders.Core.Application.Settings;

/// <summary>How many runs keep the figures of their customers.</summary>
public sealed record InstallationRetention
{
    /// <summary>Bounds of <see cref="RunsKept"/>.</summary>
    public const int FewestKept = 2, MostKept = 1_000;

    /// <summary>The newest succeeded runs that keep them, <see cref="FewestKept"/> to <see cref="MostKept"/>; null, unless an administrator decides otherwise, for all.</summary>
    public int? RunsKept
    {
        get;
        init
        {
            if (value is { } kept)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(kept, FewestKept, nameof(RunsKept));
                ArgumentOutOfRangeException.ThrowIfGreaterThan(kept, MostKept, nameof(RunsKept));
            }

            field = value;
        }
    }
}
