using System.Collections.Immutable;

namespace Insiders.Web.Charts.Spec;

/// <summary>Events over time; dragging zooms, and a range slider below shows the whole time span.</summary>
public sealed record TimelineChart : ChartSpec
{
    /// <summary>Kinds of events.</summary>
    public required ImmutableArray<TimelineSeries> Series { get; init; }

    /// <summary>The vertical axis.</summary>
    public required ChartAxis Y { get; init; }

    /// <summary>Title of the time axis.</summary>
    public string DayTitle { get; init; } = "";

    /// <summary>The last day of the time span, with or without an event; the last event when unset.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Label of that day.</summary>
    public string UntilName { get; init; } = "";

    /// <summary>True to show the range slider.</summary>
    public bool HasRangeSlider { get; init; } = true;

    /// <inheritdoc/>
    public override int Height { get; init; } = 340;

    /// <inheritdoc/>
    public override bool HasData => Series.Any(series => series.Events.Length > 0);
}
