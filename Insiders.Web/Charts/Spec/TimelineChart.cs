using System.Collections.Immutable;

namespace Insiders.Web.Charts.Spec;

/// <summary>What happened when; zoomed by dragging, with the whole time below.</summary>
public sealed record TimelineChart : ChartSpec
{
    /// <summary>Kinds of events.</summary>
    public required ImmutableArray<TimelineSeries> Series { get; init; }

    /// <summary>Upwards.</summary>
    public required ChartAxis Y { get; init; }

    /// <summary>What the days are.</summary>
    public string DayTitle { get; init; } = "";

    /// <summary>The day up to which the time runs, whether something happened then or not; the last event where unset.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>What that day is, written beside it.</summary>
    public string UntilName { get; init; } = "";

    /// <summary>True for the strip below that shows the whole time and moves the part on view.</summary>
    public bool HasRangeSlider { get; init; } = true;

    /// <inheritdoc/>
    public override int Height { get; init; } = 340;

    /// <inheritdoc/>
    public override bool HasData => Series.Any(series => series.Events.Length > 0);
}
