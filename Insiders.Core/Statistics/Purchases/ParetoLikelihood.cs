using Insiders.Core.Numerics;

namespace Insiders.Core.Statistics.Purchases;

/// <summary>Of the Pareto/NBD model (Schmittlein, Morrison and Colombo 1987; Fader and Hardie 2005, equation 18): parameters r, α, s, β.</summary>
internal sealed class ParetoLikelihood : PurchaseLikelihood
{
    private static readonly bool[] s_areTimes = [false, true, false, true];

    public override ReadOnlySpan<bool> AreTimes => s_areTimes;

    public override double[] Start(double rate, double age) => [1, 1 / rate, 0.5, age];

    public override double Sum(PurchaseGroups groups, int stride, ReadOnlySpan<double> parameters, Span<double> slopes)
    {
        var (r, alpha, s, beta) = (parameters[0], parameters[1], parameters[2], parameters[3]);
        var (logGammaR, digammaR, logAlpha) = (GammaFunction.Log(r), GammaFunction.Digamma(r), Math.Log(alpha));
        var (logS, logBeta) = (Math.Log(s), Math.Log(beta));
        var (sum, byR, byAlpha, byS, byBeta) = (0.0, 0.0, 0.0, 0.0, 0.0);
        var (known, fixedPart, fixedR) = (-1, 0.0, 0.0);
        var histories = groups.Histories;
        var counts = groups.Counts;
        for (var g = 0; g < histories.Length; g += stride)
        {
            var history = histories[g];
            if (history.Repeats != known)
            {
                known = history.Repeats;
                fixedPart = GammaFunction.Log(r + known) - logGammaR + (r * logAlpha) + (s * logBeta);
                fixedR = GammaFunction.Digamma(r + known) - digammaR + logAlpha;
            }

            var (atAlpha, atBeta) = (alpha + history.Age, beta + history.Age);
            var (logAtAlpha, logAtBeta) = (Math.Log(atAlpha), Math.Log(atBeta));
            var logStays = -((r + known) * logAtAlpha) - (s * logAtBeta);
            var integral = ParetoIntegral.Of(r, alpha, s, beta, history);
            var logLeft = logS + integral.Log;
            var larger = Math.Max(logStays, logLeft);
            var logSum = larger + NearZero.LogOfOnePlus(Math.Exp(Math.Min(logStays, logLeft) - larger));
            var left = Math.Exp(logLeft - logSum);
            var stays = 1 - left;
            var count = counts[g];
            sum += count * (fixedPart + logSum);
            byR += count * (fixedR - (stays * logAtAlpha) - (left * integral.MeanLogAlpha));
            byAlpha += count * ((r / alpha) - ((r + known) * ((stays / atAlpha) + (left * integral.MeanInverseAlpha))));
            byS += count * (logBeta - (stays * logAtBeta) + (left * ((1 / s) - integral.MeanLogBeta)));
            byBeta += count * ((s / beta) - (stays * s / atBeta) - (left * (s + 1) * integral.MeanInverseBeta));
        }

        (slopes[0], slopes[1], slopes[2], slopes[3]) = (byR, byAlpha, byS, byBeta);
        return sum;
    }

    public override PurchaseModel Build(ReadOnlySpan<double> parameters, PurchaseFitQuality quality)
        => new ParetoModel(parameters[0], parameters[1], parameters[2], parameters[3], quality);
}
