using Insiders.Core.Numerics;

namespace Insiders.Core.Statistics.Purchases;

/// <summary>Of the BG/NBD model (Fader, Hardie and Lee 2005, equation 6) and its modified form (Batislam, Denizel and Filiztekin 2007, equation 3).</summary>
/// <remarks>Parameters r, α, a, b. All powers stay logarithms until one is taken from the larger one, so nothing overflows.</remarks>
internal sealed class BetaGeometricLikelihood(bool leavesAfterFirst) : PurchaseLikelihood
{
    private static readonly bool[] s_areTimes = [false, true, false, false];

    public override ReadOnlySpan<bool> AreTimes => s_areTimes;

    public override double[] Start(double rate, double age) => [1, 1 / rate, 1, 3];

    public override double Sum(PurchaseGroups groups, int stride, ReadOnlySpan<double> parameters, Span<double> slopes)
    {
        var (r, alpha, a, b) = (parameters[0], parameters[1], parameters[2], parameters[3]);
        var (logAlpha, logGammaR, digammaR) = (Math.Log(alpha), GammaFunction.Log(r), GammaFunction.Digamma(r));
        var (logBeta, digammaAb, digammaB) = (BetaFunction.Log(a, b), GammaFunction.Digamma(a + b), GammaFunction.Digamma(b));
        var (sum, byR, byAlpha, byA, byB) = (0.0, 0.0, 0.0, 0.0, 0.0);
        var (known, fixedPart, fixedR, fixedA, fixedB, logLeave) = (-1, 0.0, 0.0, 0.0, 0.0, 0.0);
        var histories = groups.Histories;
        var counts = groups.Counts;
        for (var g = 0; g < histories.Length; g += stride)
        {
            var (repeats, lastAge, age) = histories[g];
            var exits = leavesAfterFirst ? repeats + 1 : repeats; // how often the customer could have left and did not
            if (repeats != known)
            {
                known = repeats;
                var digammaAll = GammaFunction.Digamma(a + b + exits);
                fixedPart = GammaFunction.Log(r + repeats) - logGammaR + (r * logAlpha) + BetaFunction.Log(a, b + exits) - logBeta;
                fixedR = GammaFunction.Digamma(r + repeats) - digammaR + logAlpha;
                fixedA = digammaAb - digammaAll;
                fixedB = GammaFunction.Digamma(b + exits) - digammaAll - digammaB + digammaAb;
                logLeave = exits > 0 ? Math.Log(a / (b + exits - 1)) : double.NegativeInfinity;
            }

            var logAll = Math.Log(alpha + age);
            var (logSum, left, logLast) = (0.0, 0.0, logAll);
            if (exits > 0)
            {
                logLast = Math.Log(alpha + lastAge);
                var odds = Math.Exp(logLeave + ((r + repeats) * (logAll - logLast)));
                (logSum, left) = double.IsPositiveInfinity(odds) ? (logLeave + ((r + repeats) * (logAll - logLast)), 1) : (NearZero.LogOfOnePlus(odds), odds / (1 + odds));
            }

            var count = counts[g];
            sum += count * (fixedPart - ((r + repeats) * logAll) + logSum);
            byR += count * (fixedR - ((1 - left) * logAll) - (left * logLast));
            byAlpha += count * ((r / alpha) - ((r + repeats) * (((1 - left) / (alpha + age)) + (left / (alpha + lastAge)))));
            byA += count * (fixedA + (left / a));
            byB += count * (exits > 0 ? fixedB - (left / (b + exits - 1)) : 0);
        }

        (slopes[0], slopes[1], slopes[2], slopes[3]) = (byR, byAlpha, byA, byB);
        return sum;
    }

    public override PurchaseModel Build(ReadOnlySpan<double> parameters, PurchaseFitQuality quality)
        => new BetaGeometricModel(parameters[0], parameters[1], parameters[2], parameters[3], leavesAfterFirst, quality);
}
