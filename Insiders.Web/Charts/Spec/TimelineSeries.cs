using System.Collections.Immutable;

namespace Insiders.Web.Charts.Spec;

/// <summary>Events of one kind.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="Colour">As <c>#RRGGBB</c>.</param>
/// <param name="Symbol">One of <see cref="ChartSymbols.All"/>.</param>
/// <param name="Events">The events, in order of days.</param>
public sealed record TimelineSeries(string Name, string Colour, string Symbol, ImmutableArray<TimelineEvent> Events)
{
    /// <summary>True to draw a stem from zero to each event.</summary>
    public bool HasStems { get; init; } = true;
}
