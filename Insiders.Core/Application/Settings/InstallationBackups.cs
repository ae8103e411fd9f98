namespace Insiders.Core.Application.Settings;

/// <summary>Settings of the automatic backups.</summary>
public sealed record InstallationBackups
{
    /// <summary>Upper limit of <see cref="Keep"/>.</summary>
    public const int MostKept = 365;

    /// <summary>Make one every day.</summary>
    public bool Daily { get; init; }

    /// <summary>Time of day, in the server's time zone.</summary>
    public TimeOnly At { get; init; } = new(2, 0);

    /// <summary>How many automatic backups to keep, 1 to <see cref="MostKept"/>.</summary>
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

    /// <summary>Day of the last automatic backup; null before the first.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>Whether a backup is due now. A clock that is put back does not cause a second one on the same day.</summary>
    public bool IsDue(DateTimeOffset now) => Daily && DateOnly.FromDateTime(now.DateTime) is var today && (LastDay is null || today > LastDay) && TimeOnly.FromDateTime(now.DateTime) >= At;
}
