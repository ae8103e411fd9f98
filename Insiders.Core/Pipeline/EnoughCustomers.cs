using System.Globalization;
using Insiders.Core.Cleaning;
using Insiders.Core.Features;

namespace Insiders.Core.Pipeline;

/// <summary>Looks, before the long work, whether what cleaning left carries the recipe.</summary>
internal static class EnoughCustomers
{
    /// <summary>Returns when there is something to learn from, and more customers than the fewest clusters.</summary>
    /// <exception cref="NotSegmentableException">There is not.</exception>
    internal static void Check(CleaningReport report, FeatureTable features, Recipe recipe)
    {
        if (features.Customers == 0)
        {
            var most = report.Steps.MaxBy(step => step.RowsDropped)!;
            throw new NotSegmentableException(most.RowsDropped == 0
                ? "Nothing is left to segment: no sale names a customer."
                : Invariant($"Nothing is left to segment: cleaning left no customer; its rule '{most.Rule}' dropped {most.RowsDropped:N0} of {report.Steps[0].RowsLeft:N0} rows."));
        }

        if (!recipe.ModelFeatures.Any(features.Has))
        {
            throw new NotSegmentableException($"Nothing is left to learn from: no customer has any of the recipe's features ({string.Join(", ", recipe.ModelFeatures)}).");
        }

        // The sweep needs a customer more than clusters, or every customer would be a cluster.
        if (features.Customers <= recipe.Sweep.Minimum)
        {
            throw new NotSegmentableException(Invariant(
                $"Too few customers are left for {recipe.Sweep.Minimum} clusters, the fewest to try: expected at least {recipe.Sweep.Minimum + 1}, and found {features.Customers}."));
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
