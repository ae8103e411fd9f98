using System.Collections.Immutable;

namespace Insiders.Web.Charts;

/// <summary>The data of a chart in words.</summary>
/// <param name="Headers">Column headers; the first column names the row.</param>
/// <param name="Rows">In the order they are read.</param>
public sealed record ChartTable(ImmutableArray<string> Headers, ImmutableArray<ChartRow> Rows);
