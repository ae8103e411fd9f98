using System.Collections.Immutable;

namespace Insiders.Web.Features.Segments;

/// <summary>Regions against segments or clusters.</summary>
/// <param name="Groups">The columns.</param>
/// <param name="Counts">Customers, one row per region in the order of the regions, one entry per group.</param>
public sealed record RfmCrossTable(ImmutableArray<RfmCrossGroup> Groups, ImmutableArray<ImmutableArray<int>> Counts)
{
    /// <summary>Customers of a group in all regions together.</summary>
    public int TotalOf(int group) => Counts.Sum(row => row[group]);
}
