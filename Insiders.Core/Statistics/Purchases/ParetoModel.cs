using Insiders.Core.Numerics;

namespace Insiders.Core.Statistics.Purchases;

/// <summary>The Pareto/NBD model: rates of purchase and rates of leaving are both gamma distributed (Schmittlein, Morrison and Colombo 1987).</summary>
public sealed class ParetoModel : PurchaseModel
{
    private static readonly GaussLegendre s_rule = new(64);

    /// <summary>A model with given parameters.</summary>
    /// <param name="r">Shape of the rates of purchase.</param>
    /// <param name="alpha">Their inverse scale, in units of time.</param>
    /// <param name="s">Shape of the rates of leaving.</param>
    /// <param name="beta">Their inverse scale, in units of time.</param>
    /// <param name="quality">How the parameters were found.</param>
    public ParetoModel(double r, double alpha, double s, double beta, PurchaseFitQuality quality)
        : base(PurchaseModelKind.Pareto, quality, r, alpha, s, beta)
        => (R, Alpha, S, Beta) = (r, alpha, s, beta);

    /// <summary>Shape of the rates of purchase.</summary>
    public double R { get; }

    /// <summary>Inverse scale of the rates of purchase, in units of time.</summary>
    public double Alpha { get; }

    /// <summary>Shape of the rates of leaving.</summary>
    public double S { get; }

    /// <summary>Inverse scale of the rates of leaving, in units of time.</summary>
    public double Beta { get; }

    // Fader and Hardie 2005, equation 33, with the integral instead of the difference of two ₂F₁.
    private protected override double AliveOf(PurchaseHistory history)
        => 1 / (1 + Math.Exp(Math.Log(S) + ((R + history.Repeats) * Math.Log(Alpha + history.Age)) + (S * Math.Log(Beta + history.Age))
            + ParetoIntegral.Of(R, Alpha, S, Beta, history).Log));

    // Fader and Hardie 2005, equation 41; s = 1 is a limit like any other value here.
    private protected override double ExpectedWhileAlive(PurchaseHistory history, double horizon)
    {
        var (excess, logGrowth) = (S - 1, NearZero.LogOfOnePlus(horizon / (Beta + history.Age)));
        var time = Math.Abs(excess) < 1e-12 ? logGrowth : -NearZero.ExponentialLessOne(-excess * logGrowth) / excess;
        return (R + history.Repeats) / (Alpha + history.Age) * (Beta + history.Age) * time;
    }

    // Fader and Hardie 2006: who stays buys as in the negative binomial model until the horizon, who leaves until then.
    private protected override void AddCountsWhileAlive(PurchaseHistory history, double horizon, List<double> counts)
    {
        var (r, alpha, beta) = (R + history.Repeats, Alpha + history.Age, Beta + history.Age);
        var length = NearZero.LogOfOnePlus(horizon / beta);
        var places = s_rule.Places;
        Span<double> logBuys = stackalloc double[places.Length + 1];
        Span<double> logGrowth = stackalloc double[places.Length + 1];
        Span<double> weights = stackalloc double[places.Length + 1];
        for (var i = 0; i <= places.Length; i++)
        {
            var stays = i == places.Length;
            var time = stays ? horizon : beta * NearZero.ExponentialLessOne(places[i] * length);
            weights[i] = stays ? Math.Exp(-S * length) : s_rule.Weights[i] * length * S * Math.Exp(-S * places[i] * length);
            logGrowth[i] = Math.Log(time) - Math.Log(alpha + time);
            logBuys[i] = r * (Math.Log(alpha) - Math.Log(alpha + time));
        }

        var missing = 1.0;
        for (var n = 0; n < PurchaseDistribution.Most && missing > PurchaseDistribution.Rest; n++)
        {
            var share = 0.0;
            var logNext = Math.Log((r + n) / (n + 1.0));
            for (var i = 0; i < weights.Length; i++)
            {
                share += weights[i] * Math.Exp(logBuys[i]);
                logBuys[i] += logNext + logGrowth[i];
            }

            counts.Add(share);
            missing -= share;
        }
    }
}
