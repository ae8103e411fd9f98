using System.Collections.Immutable;

namespace Insiders.Web.Charts.Spec;

/// <summary>Bars that belong together.</summary>
/// <param name="Name">Shown in the legend when there are several series.</param>
/// <param name="Colour">As <c>#RRGGBB</c>, for bars without one of their own.</param>
/// <param name="Bars">The bars, in order.</param>
public sealed record BarSeries(string Name, string Colour, ImmutableArray<BarItem> Bars);
