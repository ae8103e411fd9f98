using System.Collections.Immutable;

namespace Insiders.Web.Charts.Spec;

/// <summary>A row of a chart's table.</summary>
/// <param name="Cells">One per header.</param>
/// <param name="Key">Key reported when the row is picked; null when it cannot be picked.</param>
public sealed record ChartRow(ImmutableArray<ChartCell> Cells, string? Key = null);
