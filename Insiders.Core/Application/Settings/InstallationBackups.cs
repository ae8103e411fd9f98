namespace Insiders.Core.Application.Settings;

/// <summary>Which backups are made by themselves.</summary>
public sealed record InstallationBackups
{
    /// <summary>The most that can be kept.</summary>
    public const int MostKept = 365;

    /// <summary>Make one every day.</summary>
    public bool Daily { get; init; }

    /// <summary>At this time of the server's day.</summary>
    public TimeOnly At { get; init; } = new(2, 0);

    /// <summary>Keep as many of them: 1 to <see cref="MostKept"/>.</summary>
    public int Keep
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Keep));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MostKept, nameof(Keep));
            field = value;
        }
    } = 7;

    /// <summary>The day of the last one; null before the first.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>Whether one is to be made now. A clock put back does not ask for a second one of a day.</summary>
    public bool IsDue(DateTimeOffset now) => Daily && DateOnly.FromDateTime(now.DateTime) is var today && (LastDay is null || today > LastDay) && TimeOnly.FromDateTime(now.DateTime) >= At;
}
