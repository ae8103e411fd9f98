using Insiders.Core.Cleaning;
using Insiders.Core.Features;
using Insiders.Core.Problems;

namespace Insiders.Core.Pipeline;

/// <summary>Looks, before the long work, whether what cleaning left carries the recipe.</summary>
internal static class EnoughCustomers
{
    /// <summary>Returns when there is something to learn from, more customers than the fewest clusters, and a way to place each of them.</summary>
    /// <exception cref="NotSegmentableException">There is not.</exception>
    internal static void Check(CleaningReport report, FeatureTable features, RunSettings settings)
    {
        var recipe = settings.Recipe;
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
        // Without one it takes two customers: groups then follow from a rule.
        var fewest = recipe.Sweep.Adapts ? 1 : recipe.Sweep.Minimum;
        if (features.Customers <= fewest)
        {
            throw new NotSegmentableException(Problem.Of(ProblemCode.TooFewCustomers, fewest, fewest + 1, features.Customers));
        }

        if (settings.PlacesNone is { } method && features.Customers > recipe.ModelSample)
        {
            throw new NotSegmentableException(Problem.Of(ProblemCode.MethodPlacesNone, new ProblemValue(ProblemValueKind.Method, method), features.Customers, recipe.ModelSample));
        }
    }
}
