using System.Collections.Immutable;

namespace Insiders.Web.Charts.Spec;

/// <summary>A distribution.</summary>
/// <param name="Name">Name of the group.</param>
/// <param name="Colour">As <c>#RRGGBB</c>.</param>
/// <param name="Heights">One per bin.</param>
/// <param name="Hovers">Hover labels, one per bin.</param>
public sealed record HistogramSeries(string Name, string Colour, ImmutableArray<double> Heights, ImmutableArray<string> Hovers);
