using System.Collections.Immutable;

namespace Insiders.Web.Charts.Spec;

/// <summary>A distribution.</summary>
/// <param name="Name">Whose.</param>
/// <param name="Colour">As <c>#RRGGBB</c>.</param>
/// <param name="Heights">One per bin.</param>
/// <param name="Hovers">What a pointer over a bin reads, one per bin.</param>
public sealed record HistogramSeries(string Name, string Colour, ImmutableArray<double> Heights, ImmutableArray<string> Hovers);
