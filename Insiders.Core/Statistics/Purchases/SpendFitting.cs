using Insiders.Core.Numerics;
using Insiders.Core.Problems;

namespace Insiders.Core.Statistics.Purchases;

/// <summary>Finds the parameters of the Gamma-Gamma model under which the customers' mean amounts are likeliest (Fader and Hardie 2013, equation 1a).</summary>
public static class SpendFitting
{
    private const double FarthestLog = 9;

    /// <summary>Fits the model on those who have orders; the others say nothing of money.</summary>
    /// <param name="customers">Any number, in any order.</param>
    /// <param name="options">Settings.</param>
    /// <param name="cancellationToken">Looked at once per step.</param>
    /// <returns>The model, or the problem that there is none.</returns>
    /// <exception cref="ArgumentException">A history cannot be; the message names its place.</exception>
    public static SpendFit Fit(ReadOnlySpan<SpendHistory> customers, SpendOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var spenders = new List<SpendHistory>();
        var unit = 0.0;
        for (var i = 0; i < customers.Length; i++)
        {
            SpendModel.ThrowIfImpossible(customers[i], i);
            if (customers[i].Orders > 0)
            {
                spenders.Add(customers[i]);
                unit += customers[i].MeanAmount;
            }
        }

        if (spenders.Count < options.MinimumCustomers)
        {
            return new SpendFit(null, spenders.Count, null, double.NaN, Problem.Of(ProblemCode.SpendTooFewRepeaters, spenders.Count, options.MinimumCustomers));
        }

        unit /= spenders.Count;
        var known = spenders.ToArray();
        var correlation = Correlation(known);
        var found = Bfgs.Minimise(
            (point, gradient) => Mean(known, unit, point, gradient), [Math.Log(2), Math.Log(3), 0],
            new BfgsOptions { MaximumIterations = options.MaximumIterations, GradientTolerance = 1e-8 }, null, cancellationToken);
        if (!found.Converged || found.Point.Any(log => Math.Abs(log) > FarthestLog))
        {
            return new SpendFit(null, known.Length, correlation, double.NaN, Problem.Of(ProblemCode.SpendModelUnsettled));
        }

        var model = new SpendModel(Math.Exp(found.Point[0]), Math.Exp(found.Point[1]), Math.Exp(found.Point[2]) * unit);
        return new SpendFit(model, known.Length, correlation, -found.Value * known.Length, null);
    }

    private static double Mean(SpendHistory[] spenders, double unit, ReadOnlySpan<double> point, Span<double> gradient)
    {
        foreach (var log in point)
        {
            if (Math.Abs(log) > 2 * FarthestLog)
            {
                return double.PositiveInfinity;
            }
        }

        var (p, q, v) = (Math.Exp(point[0]), Math.Exp(point[1]), Math.Exp(point[2]) * unit);
        var (logV, logGammaQ, digammaQ) = (Math.Log(v), GammaFunction.Log(q), GammaFunction.Digamma(q));
        var (sum, byP, byQ, byV) = (0.0, 0.0, 0.0, 0.0);
        foreach (var (orders, amount) in spenders)
        {
            var (px, total) = (p * orders, orders * amount);
            var (logTotal, logAll) = (Math.Log(total), Math.Log(v + total));
            var digamma = GammaFunction.Digamma(px + q);
            sum += GammaFunction.Log(px + q) - GammaFunction.Log(px) - logGammaQ + (q * logV) + (px * logTotal) - Math.Log(amount) - ((px + q) * logAll);
            byP += orders * (digamma - GammaFunction.Digamma(px) + logTotal - logAll);
            byQ += digamma - digammaQ + logV - logAll;
            byV += (q / v) - ((px + q) / (v + total));
        }

        (gradient[0], gradient[1], gradient[2]) = (-p * byP / spenders.Length, -q * byQ / spenders.Length, -v * byV / spenders.Length);
        return -sum / spenders.Length;
    }

    private static double? Correlation(SpendHistory[] spenders)
    {
        var (meanOrders, meanAmount) = (spenders.Average(spender => spender.Orders), spenders.Average(spender => spender.MeanAmount));
        var (both, orders, amounts) = (0.0, 0.0, 0.0);
        foreach (var spender in spenders)
        {
            var (a, b) = (spender.Orders - meanOrders, spender.MeanAmount - meanAmount);
            both += a * b;
            orders += a * a;
            amounts += b * b;
        }

        return orders > 0 && amounts > 0 ? both / Math.Sqrt(orders * amounts) : null;
    }
}
