using Insiders.Core.Numerics;

namespace Insiders.Core.Statistics.Purchases;

/// <summary>The BG/NBD model, and its modified form in which a customer may leave after the first purchase already.</summary>
/// <remarks>
/// Rates of purchase are gamma distributed (r, α), chances to leave after a purchase beta distributed (a, b). Fader, Hardie and Lee 2005;
/// Batislam, Denizel and Filiztekin 2007. Given that somebody is alive, both models say the same of the future: rate (r + x, α + T),
/// chance (a, b + x), in the modified form (a, b + x + 1).
/// </remarks>
public sealed class BetaGeometricModel : PurchaseModel
{
    private const double LargeA = 50;
    private const double MostNegative = -20;
    private const double Precision = 1e-16;
    private const int MostTerms = 50_000_000;

    private readonly bool _leavesAfterFirst;

    /// <summary>A model with given parameters.</summary>
    /// <param name="r">Shape of the rates.</param>
    /// <param name="alpha">Their inverse scale, in units of time.</param>
    /// <param name="a">First parameter of the chances to leave.</param>
    /// <param name="b">Second.</param>
    /// <param name="leavesAfterFirst">The modified form.</param>
    /// <param name="quality">How the parameters were found.</param>
    public BetaGeometricModel(double r, double alpha, double a, double b, bool leavesAfterFirst, PurchaseFitQuality quality)
        : base(leavesAfterFirst ? PurchaseModelKind.ModifiedBetaGeometric : PurchaseModelKind.BetaGeometric, quality, r, alpha, a, b)
        => (_leavesAfterFirst, R, Alpha, A, B) = (leavesAfterFirst, r, alpha, a, b);

    /// <summary>Shape of the rates of purchase.</summary>
    public double R { get; }

    /// <summary>Inverse scale of the rates, in units of time.</summary>
    public double Alpha { get; }

    /// <summary>First parameter of the chances to leave.</summary>
    public double A { get; }

    /// <summary>Second parameter of the chances to leave.</summary>
    public double B { get; }

    // How often the customer could have left and did not.
    private int Exits(PurchaseHistory history) => _leavesAfterFirst ? history.Repeats + 1 : history.Repeats;

    private protected override double AliveOf(PurchaseHistory history)
    {
        var exits = Exits(history);
        return exits == 0 ? 1
            : 1 / (1 + Math.Exp(Math.Log(A / (B + exits - 1)) + ((R + history.Repeats) * (Math.Log(Alpha + history.Age) - Math.Log(Alpha + history.LastAge)))));
    }

    // Fader, Hardie and Lee 2005, equation 10, without its denominator, which is what being alive makes of it.
    private protected override double ExpectedWhileAlive(PurchaseHistory history, double horizon)
    {
        var (r, b) = (R + history.Repeats, B + Exits(history));
        var z = horizon / (Alpha + history.Age + horizon);
        var (c, excess, logRest) = (A + b - 1, A - 1, NearZero.LogOfOnePlus(-z));
        if (c > 0 && (A > LargeA || c - r < MostNegative))
        {
            return c / excess * -NearZero.ExponentialLessOne((r * logRest) + Hypergeometric.Log(r, b, c, z));
        }

        // Euler's transformation (Abramowitz and Stegun 15.3.3) takes x out of the numerator, and with the factor a − 1 divided out of
        // every term nothing is left that a = 1 or a + b = 1 would make infinite.
        var (term, sum) = ((c - r) * z, (c - r) * z);
        for (var k = 1; k < MostTerms && term != 0; k++)
        {
            var ratio = (c - r + k) * (A + k - 1) / ((c + k) * (k + 1.0)) * z;
            term *= ratio;
            sum += term;
            if (Math.Abs(ratio) < 1 && Math.Abs(term) <= Math.Abs(sum) * Precision * (1 - Math.Max(Math.Abs(ratio), z)))
            {
                break;
            }
        }

        var all = Math.Abs(excess) < 1e-12 ? -logRest : -NearZero.ExponentialLessOne(excess * logRest) / excess;
        return (c * all) - (Math.Exp(excess * logRest) * sum);
    }

    // Fader, Hardie and Lee 2005, equation 8, with the parameters of somebody who is alive.
    private protected override void AddCountsWhileAlive(PurchaseHistory history, double horizon, List<double> counts)
    {
        var (r, alpha, b) = (R + history.Repeats, Alpha + history.Age, B + Exits(history));
        var logGrowth = Math.Log(horizon) - Math.Log(alpha + horizon);
        var logBuys = r * (Math.Log(alpha) - Math.Log(alpha + horizon)); // of exactly n purchases, if nobody left
        var (stays, leaves, atLeast, missing) = (1.0, 0.0, 1.0, 1.0);
        for (var n = 0; n < PurchaseDistribution.Most && missing > PurchaseDistribution.Rest; n++)
        {
            var buys = Math.Exp(logBuys);
            var share = (stays * buys) + (leaves * Math.Max(0, atLeast));
            counts.Add(share);
            missing -= share;
            atLeast -= buys;
            logBuys += Math.Log((r + n) / (n + 1.0)) + logGrowth;
            leaves = n == 0 ? A / (A + b) : leaves * (b + n - 1) / (A + b + n);
            stays *= (b + n) / (A + b + n);
        }
    }
}
