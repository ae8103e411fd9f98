using Insiders.Core.Import;

namespace Insiders.Core.Features;

/// <summary>One feature of a customer: the entry that pipeline, glossary, forms and tests all read.</summary>
/// <param name="Name">The name in tables and files, such as <c>return_rate</c>. Unique.</param>
/// <param name="Unit">What the number means.</param>
/// <param name="Sentence">One English sentence that a marketing manager understands.</param>
/// <param name="Sql">The formula over the columns of the customers' aggregate (see <c>docs/methods/features.md</c>).</param>
/// <param name="Scaled">True when the model sees the feature MinMax-scaled; shares by weekday and day of month go in as they are.</param>
public sealed record FeatureDefinition(string Name, FeatureUnit Unit, string Sentence, string Sql, bool Scaled)
{
    /// <summary>The column without which it would be invented; null where every sale has what it needs.</summary>
    public LedgerColumn? Needs { get; init; }
}
