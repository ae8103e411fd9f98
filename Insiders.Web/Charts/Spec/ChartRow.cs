using System.Collections.Immutable;

namespace Insiders.Web.Charts.Spec;

/// <summary>A row of a chart's table.</summary>
/// <param name="Cells">One per header.</param>
/// <param name="Key">What picking the row picks; none where it cannot be picked.</param>
public sealed record ChartRow(ImmutableArray<ChartCell> Cells, string? Key = null);
