using System.Collections.Immutable;

namespace Insiders.Web.Charts.Spec;

/// <summary>One line.</summary>
/// <param name="Name">Shown in the legend when there are several.</param>
/// <param name="Colour">As <c>#RRGGBB</c>.</param>
/// <param name="Points">Ascending by x.</param>
public sealed record LineSeries(string Name, string Colour, ImmutableArray<LinePoint> Points)
{
    /// <summary>True to fill the area below it.</summary>
    public bool IsFilled { get; init; }

    /// <summary>True to mark its points.</summary>
    public bool HasMarkers { get; init; }

    /// <summary>True for dashes: a forecast, a plan.</summary>
    public bool IsDashed { get; init; }
}
