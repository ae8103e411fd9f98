using System.Collections.Immutable;
using Insiders.Core.Statistics.Hypotheses;

namespace Insiders.Core.Customers.Hypotheses;

/// <summary>A hypothesis with what is to be said of it beside the others.</summary>
/// <param name="Result">The figures.</param>
/// <param name="Verdict">What is to be said.</param>
/// <param name="AgainstFalse">The p value against "it is not so", raised for the number of hypotheses (Benjamini and Hochberg); null where it is counted or nothing is said.</param>
/// <param name="AgainstTrue">The p value against "it is so", likewise.</param>
public sealed record HypothesisVerdict(HypothesisResult Result, Verdict Verdict, double? AgainstFalse, double? AgainstTrue)
{
    /// <summary>Judges all hypotheses that are shown together.</summary>
    /// <param name="results">Their figures.</param>
    /// <returns>In the same order. What is counted takes no part in the adjustment: chance has none in it.</returns>
    public static ImmutableArray<HypothesisVerdict> Of(ImmutableArray<HypothesisResult> results)
    {
        var claims = results.Select(result => result.Claim).ToArray();
        var verdicts = Verdicts.Of(claims, HypothesisCatalog.Level);
        var known = claims.OfType<Claim>().ToArray();
        var holds = FalseDiscovery.Adjust([.. known.Select(claim => claim.AgainstFalse)]);
        var fails = FalseDiscovery.Adjust([.. known.Select(claim => claim.AgainstTrue)]);
        var place = 0;
        return [.. results.Select((result, i) =>
        {
            if (result.Claim is null)
            {
                return new HypothesisVerdict(result, result.IsSo is { } isSo ? isSo ? Verdict.Holds : Verdict.DoesNotHold : Verdict.CannotBeSaid, null, null);
            }

            var at = place++;
            return new HypothesisVerdict(result, verdicts[i], holds[at], fails[at]);
        })];
    }
}
