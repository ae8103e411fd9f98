using Insiders.Core.Numerics;

namespace Insiders.Core.Statistics.Purchases;

/// <summary>Of the negative binomial model in the form of purchase times: Γ(r + x) ÷ Γ(r) · α^r ÷ (α + T)^(r + x).</summary>
internal sealed class NeverLeavesLikelihood : PurchaseLikelihood
{
    private static readonly bool[] s_areTimes = [false, true];

    public override ReadOnlySpan<bool> AreTimes => s_areTimes;

    public override double[] Start(double rate, double age) => [1, 1 / rate];

    public override double Sum(PurchaseGroups groups, int stride, ReadOnlySpan<double> parameters, Span<double> slopes)
    {
        var (r, alpha) = (parameters[0], parameters[1]);
        var (sum, byR, byAlpha) = (0.0, 0.0, 0.0);
        var (logGammaR, digammaR, logAlpha) = (GammaFunction.Log(r), GammaFunction.Digamma(r), Math.Log(alpha));
        var (known, fixedPart, fixedR) = (-1, 0.0, 0.0);
        var histories = groups.Histories;
        var counts = groups.Counts;
        for (var g = 0; g < histories.Length; g += stride)
        {
            var (repeats, _, age) = histories[g];
            if (repeats != known)
            {
                known = repeats;
                fixedPart = GammaFunction.Log(r + repeats) - logGammaR + (r * logAlpha);
                fixedR = GammaFunction.Digamma(r + repeats) - digammaR + logAlpha;
            }

            var logAll = Math.Log(alpha + age);
            sum += counts[g] * (fixedPart - ((r + repeats) * logAll));
            byR += counts[g] * (fixedR - logAll);
            byAlpha += counts[g] * ((r / alpha) - ((r + repeats) / (alpha + age)));
        }

        (slopes[0], slopes[1]) = (byR, byAlpha);
        return sum;
    }

    public override PurchaseModel Build(ReadOnlySpan<double> parameters, PurchaseFitQuality quality)
        => new NeverLeavesModel(parameters[0], parameters[1], quality);
}
