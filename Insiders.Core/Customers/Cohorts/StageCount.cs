using System.Collections.Immutable;
using Insiders.Core.Segments.Stages;

namespace Insiders.Core.Customers.Cohorts;

/// <summary>The stages of everybody who had bought by a day.</summary>
/// <param name="Day">The last day of a month, or of the ledger.</param>
/// <param name="Counts">Customers by stage, in the order of <see cref="CustomerStage"/>.</param>
public sealed record StageCount(DateOnly Day, ImmutableArray<int> Counts)
{
    /// <summary>Everybody who had bought by then.</summary>
    public int Customers => Counts.Sum();

    /// <summary>Customers in a stage.</summary>
    public int Of(CustomerStage stage) => Counts[(int)stage];
}
