using System.Collections.Immutable;
using Insiders.Core.Numerics;

namespace Insiders.Core.Statistics.Purchases;

/// <summary>Sums over segments, a programme or the whole base.</summary>
public static class PurchaseTotals
{
    private const double Step = 1e-3;

    /// <summary>Adds up what is to be expected of customers.</summary>
    /// <param name="model">The model.</param>
    /// <param name="groups">The customers.</param>
    /// <param name="horizon">How long from the end of what was observed, above 0.</param>
    /// <param name="coverage">How likely the sum lies within the interval, such as 0.95.</param>
    /// <remarks>
    /// Chance: customers act on their own, so variances add up. Model: slopes of the sum by the logarithms of the parameters, with their covariance (the delta
    /// method). Both are taken as normal, which a sum over some dozens of customers is near enough. Not in it: that the model itself may be wrong; the trial tells of that.
    /// </remarks>
    public static PurchaseTotal Of(PurchaseModel model, PurchaseGroups groups, double horizon, double coverage)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(groups);
        var variance = 0.0;
        for (var g = 0; g < groups.Counts.Length; g++)
        {
            variance += groups.Counts[g] * model.Counts(groups.Histories[g], horizon).Variance;
        }

        var expected = Sum(model, groups, horizon);
        var ofModel = model.Quality.LogCovariance is { } covariance ? Variance(Slopes(model, groups, horizon), covariance) : (double?)null;
        var reach = NormalDistribution.Quantile((1 + coverage) / 2) * Math.Sqrt(variance + (ofModel ?? 0));
        return new PurchaseTotal(expected, Math.Max(0, expected - reach), expected + reach, Math.Sqrt(variance), ofModel is { } known ? Math.Sqrt(known) : null);
    }

    /// <summary>How sure a customer's chance of being alive is, for what is not known of the parameters (the delta method on the log odds).</summary>
    /// <param name="model">The model.</param>
    /// <param name="history">The customer.</param>
    /// <param name="coverage">Of the interval, such as 0.95.</param>
    /// <returns>Null where the fit could not tell.</returns>
    public static (double Low, double High)? AliveWithin(PurchaseModel model, PurchaseHistory history, double coverage)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.Quality.LogCovariance is not { } covariance)
        {
            return null;
        }

        var alive = model.Alive(history);
        if (alive is 0 or 1)
        {
            return (alive, alive);
        }

        var reach = NormalDistribution.Quantile((1 + coverage) / 2) * Math.Sqrt(Variance(Slopes(model, other => LogOdds(other.Alive(history))), covariance));
        return (1 / (1 + Math.Exp(-LogOdds(alive) + reach)), 1 / (1 + Math.Exp(-LogOdds(alive) - reach)));
    }

    private static double LogOdds(double share) => Math.Log(share) - NearZero.LogOfOnePlus(-share);

    private static double Sum(PurchaseModel model, PurchaseGroups groups, double horizon)
    {
        var sum = 0.0;
        for (var g = 0; g < groups.Counts.Length; g++)
        {
            sum += groups.Counts[g] * model.Expected(groups.Histories[g], horizon);
        }

        return sum;
    }

    private static double[] Slopes(PurchaseModel model, PurchaseGroups groups, double horizon) => Slopes(model, other => Sum(other, groups, horizon));

    // By the logarithm of each parameter, from differences to both sides.
    private static double[] Slopes(PurchaseModel model, Func<PurchaseModel, double> figure)
        => [.. model.Parameters.Select((_, i) => (figure(Moved(model, i, Step)) - figure(Moved(model, i, -Step))) / (2 * Step))];

    private static PurchaseModel Moved(PurchaseModel model, int index, double step)
    {
        ImmutableArray<double> moved = model.Parameters.SetItem(index, model.Parameters[index] * Math.Exp(step));
        return model.With(moved.AsSpan());
    }

    private static double Variance(double[] slopes, Matrix covariance)
    {
        var sum = 0.0;
        for (var i = 0; i < slopes.Length; i++)
        {
            sum += slopes[i] * RowOperations.Dot(covariance.Row(i), slopes);
        }

        return sum;
    }
}
