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

    /// <summary>As defined by a cron expression.</summary>
    Cron,
}
