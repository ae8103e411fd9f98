namespace Insiders.Core.Application.Settings;

/// <summary>How often scheduled runs start.</summary>
public enum ScheduleKind
{
    /// <summary>Never.</summary>
    Off,

    /// <summary>Every day.</summary>
    Daily,

    /// <summary>Once a week.</summary>
    Weekly,

    /// <summary>Once a month.</summary>
    Monthly,

    /// <summary>As a cron expression says.</summary>
    Cron,
}
