using System.Collections.Immutable;

namespace Insiders.Core.Statistics.Purchases;

/// <summary>The models compared, and the one to use.</summary>
/// <param name="Candidates">All of them, in the order of <see cref="PurchaseModelKind"/>, each fitted or with its problem.</param>
/// <param name="Chosen">The best of those that know leaving; the one that does not where none of them could be fitted; null where not even that could.</param>
public sealed record PurchaseChoice(ImmutableArray<PurchaseCandidate> Candidates, PurchaseModel? Chosen)
{
    /// <summary>True when no model that knows leaving could be fitted: nothing is to be said of who is still alive.</summary>
    public bool FellBack => Chosen is null or NeverLeavesModel;
}
