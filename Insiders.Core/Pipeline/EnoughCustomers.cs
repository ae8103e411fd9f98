using Insiders.Core.Cleaning;
using Insiders.Core.Features;
using Insiders.Core.Problems;

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
                ? Problem.Of(ProblemCode.NoCustomerNamed)
                : Problem.Of(ProblemCode.NothingLeft, new ProblemValue(ProblemValueKind.Rule, most.Rule), most.RowsDropped, report.Steps[0].RowsLeft));
        }

        if (!recipe.ModelFeatures.Any(features.Has))
        {
            throw new NotSegmentableException(Problem.Of(ProblemCode.NoFeature, string.Join(", ", recipe.ModelFeatures)));
        }

        // The sweep needs a customer more than clusters, or every customer would be a cluster.
        if (features.Customers <= recipe.Sweep.Minimum)
        {
            throw new NotSegmentableException(Problem.Of(ProblemCode.TooFewCustomers, recipe.Sweep.Minimum, recipe.Sweep.Minimum + 1, features.Customers));
        }
    }
}
