namespace Insiders.Core.Learning.Embeddings;

/// <summary>How likely two points of the embedding are joined at distance d: 1 ÷ (1 + a·d^(2b)), UMAP's third step.</summary>
/// <param name="A">Above 0.</param>
/// <param name="B">Above 0.</param>
/// <remarks>
/// a and b fit the curve that is 1 up to the minimum distance and exp(−(d − minimum) ÷ spread) beyond, by least squares over 300
/// points up to three spreads (McInnes, Healy and Melville 2018, definition 11; umap-learn's find_ab_params).
/// </remarks>
public sealed record EmbeddingCurve(double A, double B)
{
    private const int Points = 300;

    /// <summary>Fits a and b.</summary>
    /// <param name="minimumDistance">0 or more.</param>
    /// <param name="spread">Above 0, at least <paramref name="minimumDistance"/>.</param>
    /// <exception cref="ArgumentException">The minimum distance is beyond the spread.</exception>
    public static EmbeddingCurve Fit(double minimumDistance, double spread)
    {
        if (minimumDistance > spread)
        {
            throw new ArgumentException($"A minimum distance of {minimumDistance} does not fit a spread of {spread}: it must not be larger.", nameof(minimumDistance));
        }

        var (a, b) = (1.0, 1.0);
        var damping = 1e-3;
        var error = Error(a, b, minimumDistance, spread);
        for (var step = 0; step < 500 && damping < 1e12; step++)
        {
            // Levenberg and Marquardt on two unknowns: normal equations from the residuals' derivatives.
            double aa = 0, ab = 0, bb = 0, ga = 0, gb = 0;
            for (var i = 1; i < Points; i++)
            {
                var d = Distance(i, spread);
                var power = Math.Pow(d, 2 * b);
                var value = 1 / (1 + (a * power));
                var slopeA = -power * value * value;
                var slopeB = slopeA * a * 2 * Math.Log(d);
                var residual = Target(d, minimumDistance, spread) - value;
                aa += slopeA * slopeA;
                ab += slopeA * slopeB;
                bb += slopeB * slopeB;
                ga += slopeA * residual;
                gb += slopeB * residual;
            }

            var determinant = (aa * (1 + damping) * bb * (1 + damping)) - (ab * ab);
            var stepA = ((ga * bb * (1 + damping)) - (gb * ab)) / determinant;
            var stepB = ((gb * aa * (1 + damping)) - (ga * ab)) / determinant;
            var tried = a + stepA > 0 && b + stepB > 0 ? Error(a + stepA, b + stepB, minimumDistance, spread) : double.PositiveInfinity;
            if (tried < error)
            {
                (a, b, error) = (a + stepA, b + stepB, tried);
                damping /= 10;
            }
            else
            {
                damping *= 10;
            }
        }

        return new EmbeddingCurve(a, b);
    }

    private static double Error(double a, double b, double minimumDistance, double spread)
    {
        var sum = 0.0;
        for (var i = 0; i < Points; i++)
        {
            var d = Distance(i, spread);
            var residual = Target(d, minimumDistance, spread) - (1 / (1 + (a * Math.Pow(d, 2 * b))));
            sum += residual * residual;
        }

        return sum;
    }

    private static double Distance(int point, double spread) => 3 * spread * point / (Points - 1);

    private static double Target(double d, double minimumDistance, double spread) => d < minimumDistance ? 1 : Math.Exp(-(d - minimumDistance) / spread);
}
