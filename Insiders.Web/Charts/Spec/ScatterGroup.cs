using System.Collections.Immutable;

namespace Insiders.Web.Charts.Spec;

/// <summary>Points that look alike.</summary>
/// <param name="Name">Shown in the legend when there are several groups.</param>
/// <param name="Colour">As <c>#RRGGBB</c>.</param>
/// <param name="Symbol">One of <see cref="ChartSymbols.All"/>.</param>
/// <param name="Points">The points.</param>
public sealed record ScatterGroup(string Name, string Colour, string Symbol, ImmutableArray<ScatterPoint> Points);
