using System.Collections.Immutable;

namespace Insiders.Core.Statistics.Purchases;

/// <summary>A purchase model with its parameters: what it says of customers. Times are in the unit of the histories it was fitted on.</summary>
/// <remarks>Immutable, safe for any number of threads.</remarks>
public abstract class PurchaseModel
{
    private protected PurchaseModel(PurchaseModelKind kind, PurchaseFitQuality quality, params ReadOnlySpan<double> parameters)
    {
        ArgumentNullException.ThrowIfNull(quality);
        foreach (var parameter in parameters)
        {
            if (parameter is not (> 0 and < double.PositiveInfinity))
            {
                throw new ArgumentOutOfRangeException(nameof(parameters), parameter, "A parameter is a finite number above zero.");
            }
        }

        Kind = kind;
        Quality = quality;
        Parameters = [.. parameters];
    }

    /// <summary>Which model.</summary>
    public PurchaseModelKind Kind { get; }

    /// <summary>The parameters in the order of the papers, such as r, α, a, b; all above zero.</summary>
    public ImmutableArray<double> Parameters { get; }

    /// <summary>How it was fitted.</summary>
    public PurchaseFitQuality Quality { get; }

    /// <summary>Akaike's criterion, −2·log-likelihood + 2·parameters: lower is better among models of one base.</summary>
    public double Aic => (-2 * Quality.LogLikelihood) + (2 * Parameters.Length);

    /// <summary>Standard errors of the parameters; null where the curvature says nothing.</summary>
    public ImmutableArray<double>? StandardErrors => Quality.LogCovariance is not { } covariance ? null
        : [.. Parameters.Select((parameter, i) => parameter * Math.Sqrt(covariance[i, i]))];

    /// <summary>How likely a customer is still alive at the end of what was observed, from 0 to 1. 1 in a model that nobody leaves.</summary>
    /// <param name="history">The customer.</param>
    /// <exception cref="ArgumentException">The history cannot be.</exception>
    public double Alive(PurchaseHistory history)
    {
        PurchaseGroups.ThrowIfImpossible(history, 0);
        return AliveOf(history);
    }

    /// <summary>Purchases to be expected of a customer from the end of what was observed on.</summary>
    /// <param name="history">The customer.</param>
    /// <param name="horizon">How long from then, 0 or more.</param>
    /// <exception cref="ArgumentException">History or horizon cannot be.</exception>
    public double Expected(PurchaseHistory history, double horizon)
    {
        PurchaseGroups.ThrowIfImpossible(history, 0);
        ThrowIfNoHorizon(horizon);
        return AliveOf(history) * ExpectedWhileAlive(history, horizon);
    }

    /// <summary>Repeat purchases to be expected of somebody new, from the first purchase on.</summary>
    /// <param name="horizon">How long from the first purchase, 0 or more.</param>
    public double ExpectedOfNew(double horizon) => Expected(new PurchaseHistory(0, 0, 0), horizon);

    /// <summary>How likely a customer makes no, one, two … purchases from the end of what was observed on.</summary>
    /// <param name="history">The customer.</param>
    /// <param name="horizon">How long from then, 0 or more.</param>
    /// <exception cref="ArgumentException">History or horizon cannot be.</exception>
    public PurchaseDistribution Counts(PurchaseHistory history, double horizon)
    {
        PurchaseGroups.ThrowIfImpossible(history, 0);
        ThrowIfNoHorizon(horizon);
        var alive = AliveOf(history);
        var counts = new List<double>();
        if (horizon > 0)
        {
            AddCountsWhileAlive(history, horizon, counts);
        }
        else
        {
            counts.Add(1);
        }

        counts[0] = 1 - alive + (alive * counts[0]);
        for (var n = 1; n < counts.Count; n++)
        {
            counts[n] *= alive;
        }

        return new PurchaseDistribution([.. counts]);
    }

    /// <summary>What is to be said of a customer over a horizon.</summary>
    /// <param name="history">The customer.</param>
    /// <param name="horizon">How long from the end of what was observed, 0 or more.</param>
    /// <param name="coverage">How likely the purchases lie within the interval, such as 0.95.</param>
    public PurchaseOutlook Outlook(PurchaseHistory history, double horizon, double coverage)
    {
        var counts = Counts(history, horizon);
        var (low, high) = counts.Within(coverage);
        return new PurchaseOutlook(Alive(history), Expected(history, horizon), low, high, counts.Variance);
    }

    /// <summary>The same model with other parameters: for what the parameters' own uncertainty does to a figure.</summary>
    /// <param name="parameters">As many as <see cref="Parameters"/>.</param>
    public PurchaseModel With(ReadOnlySpan<double> parameters)
    {
        if (parameters.Length != Parameters.Length)
        {
            throw new ArgumentException($"The model has {Parameters.Length} parameters, not {parameters.Length}.", nameof(parameters));
        }

        return PurchaseLikelihood.Of(Kind).Build(parameters, PurchaseFitQuality.Given);
    }

    private protected abstract double AliveOf(PurchaseHistory history);

    private protected abstract double ExpectedWhileAlive(PurchaseHistory history, double horizon);

    /// <summary>Adds the likelihoods of 0, 1, 2 … purchases of somebody who is alive, until what is missing is below <see cref="PurchaseDistribution.Rest"/>.</summary>
    private protected abstract void AddCountsWhileAlive(PurchaseHistory history, double horizon, List<double> counts);

    private static void ThrowIfNoHorizon(double horizon)
    {
        if (horizon is not (>= 0 and < double.PositiveInfinity))
        {
            throw new ArgumentOutOfRangeException(nameof(horizon), horizon, "A horizon is a finite time of 0 or more.");
        }
    }
}
