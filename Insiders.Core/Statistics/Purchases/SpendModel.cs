using Insiders.Core.Numerics;

namespace Insiders.Core.Statistics.Purchases;

/// <summary>The Gamma-Gamma model: what a customer's orders are worth, however many there are (Fader and Hardie 2013).</summary>
/// <remarks>
/// Orders of one customer are gamma distributed (shape p), their inverse scales among customers too (q, v). Immutable, safe for any number of
/// threads.
/// </remarks>
public sealed class SpendModel
{
    private const int Halvings = 60;

    /// <summary>A model with given parameters.</summary>
    /// <param name="p">Shape of one customer's orders.</param>
    /// <param name="q">Shape of the inverse scales.</param>
    /// <param name="v">Inverse scale of the inverse scales, in units of money.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not a finite number above zero.</exception>
    public SpendModel(double p, double q, double v)
    {
        foreach (var parameter in (ReadOnlySpan<double>)[p, q, v])
        {
            if (parameter is not (> 0 and < double.PositiveInfinity))
            {
                throw new ArgumentOutOfRangeException(nameof(p), parameter, "A parameter is a finite number above zero.");
            }
        }

        (P, Q, V) = (p, q, v);
    }

    /// <summary>Shape of one customer's orders.</summary>
    public double P { get; }

    /// <summary>Shape of the inverse scales.</summary>
    public double Q { get; }

    /// <summary>Inverse scale of the inverse scales, in units of money.</summary>
    public double V { get; }

    /// <summary>What an order of somebody unknown is worth on average; null when the spread among customers leaves no mean.</summary>
    public double? PopulationMean => Expected(default);

    /// <summary>What the next order of a customer is worth on average (Fader and Hardie 2013, equation 5): between theirs so far and that of all.</summary>
    /// <param name="history">The customer.</param>
    /// <returns>Null when too few orders and a wide spread among customers leave no mean.</returns>
    /// <exception cref="ArgumentException">The history cannot be.</exception>
    public double? Expected(SpendHistory history)
    {
        ThrowIfImpossible(history, 0);
        var (shape, scale) = Posterior(history);
        return shape > 1 ? P * scale / (shape - 1) : null;
    }

    /// <summary>What a customer will spend over a horizon.</summary>
    /// <param name="history">What the orders so far were worth.</param>
    /// <param name="counts">How many orders there will be.</param>
    /// <param name="coverage">How likely the money lies within the interval, such as 0.95.</param>
    /// <returns>Null when the next order has no mean.</returns>
    /// <remarks>
    /// n orders are worth S with S ÷ (S + v′) beta distributed (p·n, q′); the numbers of orders mix these. Each bound is found by
    /// halving: 60 times as many incomplete beta functions as there are likely numbers of orders, some tenth of a millisecond.
    /// </remarks>
    public MoneyOutlook? Outlook(SpendHistory history, PurchaseDistribution counts, double coverage)
    {
        ArgumentNullException.ThrowIfNull(counts);
        if (coverage is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(coverage), coverage, "A coverage is a number above 0 and below 1.");
        }

        return Expected(history) is not { } each ? null
            : new MoneyOutlook(counts.Mean * each, Reaching((1 - coverage) / 2, history, counts), Reaching((1 + coverage) / 2, history, counts));
    }

    /// <summary>Variance of what a customer will spend, for sums over many customers.</summary>
    /// <param name="history">What the orders so far were worth.</param>
    /// <param name="mean">Mean of the number of orders to come.</param>
    /// <param name="variance">Its variance.</param>
    /// <returns>Null when too few orders and a wide spread among customers leave no variance.</returns>
    /// <remarks>With E[1 ÷ ν²] = v′² ÷ ((q′ − 1)(q′ − 2)), the square of the sum of n orders is worth (p²·n² + p·n)·E[1 ÷ ν²] on average.</remarks>
    public double? Variance(SpendHistory history, double mean, double variance)
    {
        ThrowIfImpossible(history, 0);
        var (shape, scale) = Posterior(history);
        if (shape <= 2)
        {
            return null;
        }

        var (each, square) = (P * scale / (shape - 1), scale * scale / ((shape - 1) * (shape - 2)));
        return (square * ((P * P * (variance + (mean * mean))) + (P * mean))) - (mean * each * mean * each);
    }

    internal static void ThrowIfImpossible(SpendHistory history, int place)
    {
        if (history.Orders < 0 || (history.Orders > 0 && history.MeanAmount is not (> 0 and < double.PositiveInfinity)))
        {
            throw new ArgumentException(string.Create(System.Globalization.CultureInfo.InvariantCulture,
                $"Customer {place} has {history.Orders} orders of {history.MeanAmount} on average; expected 0 or more, of a finite amount above zero."));
        }
    }

    private (double Shape, double Scale) Posterior(SpendHistory history)
        => history.Orders == 0 ? (Q, V) : ((P * history.Orders) + Q, V + (history.Orders * history.MeanAmount));

    // The least amount with at least the share at or below it, to within rounding.
    private double Reaching(double share, SpendHistory history, PurchaseDistribution counts)
    {
        if (counts.Shares[0] >= share)
        {
            return 0;
        }

        // Halving in S ÷ (S + v′), which runs from 0 to 1.
        var (low, high) = (0.0, 1.0);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Below(middle, history, counts) < share ? (middle, high) : (low, middle);
        }

        var place = (low + high) / 2;
        return Posterior(history).Scale * place / (1 - place);
    }

    private double Below(double place, SpendHistory history, PurchaseDistribution counts)
    {
        var shape = Posterior(history).Shape;
        var sum = counts.Shares[0];
        for (var n = 1; n < counts.Shares.Length; n++)
        {
            // Shares below a millionth of a percent move no bound that anybody reads.
            sum += counts.Shares[n] < 1e-8 ? 0 : counts.Shares[n] * BetaFunction.Below(place, P * n, shape);
        }

        return sum;
    }
}
