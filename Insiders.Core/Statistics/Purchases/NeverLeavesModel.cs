namespace Insiders.Core.Statistics.Purchases;

/// <summary>The negative binomial model: everybody buys on at their rate for ever (Ehrenberg 1959). It cannot say who has left.</summary>
public sealed class NeverLeavesModel : PurchaseModel
{
    /// <summary>A model with given parameters.</summary>
    /// <param name="r">Shape of the rates of purchase.</param>
    /// <param name="alpha">Their inverse scale, in units of time.</param>
    /// <param name="quality">How the parameters were found.</param>
    public NeverLeavesModel(double r, double alpha, PurchaseFitQuality quality)
        : base(PurchaseModelKind.NeverLeaves, quality, r, alpha)
        => (R, Alpha) = (r, alpha);

    /// <summary>Shape of the rates of purchase.</summary>
    public double R { get; }

    /// <summary>Inverse scale of the rates of purchase, in units of time.</summary>
    public double Alpha { get; }

    private protected override double AliveOf(PurchaseHistory history) => 1;

    private protected override double ExpectedWhileAlive(PurchaseHistory history, double horizon) => (R + history.Repeats) * horizon / (Alpha + history.Age);

    private protected override void AddCountsWhileAlive(PurchaseHistory history, double horizon, List<double> counts)
    {
        var (r, alpha) = (R + history.Repeats, Alpha + history.Age);
        var logGrowth = Math.Log(horizon) - Math.Log(alpha + horizon);
        var logBuys = r * (Math.Log(alpha) - Math.Log(alpha + horizon));
        var missing = 1.0;
        for (var n = 0; n < PurchaseDistribution.Most && missing > PurchaseDistribution.Rest; n++)
        {
            var share = Math.Exp(logBuys);
            counts.Add(share);
            missing -= share;
            logBuys += Math.Log((r + n) / (n + 1.0)) + logGrowth;
        }
    }
}
