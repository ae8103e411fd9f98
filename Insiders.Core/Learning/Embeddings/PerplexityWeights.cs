using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Embeddings;

/// <summary>How strongly a row feels its neighbours, so that it feels as many as the perplexity says: t-SNE's first step.</summary>
/// <remarks>van der Maaten and Hinton (2008), equation 1 and the binary search after it, over three times as many neighbours as the perplexity (van der Maaten 2014).</remarks>
internal static class PerplexityWeights
{
    private const int Steps = 100;
    private const double Tolerance = 1e-5;

    /// <summary>Weights of each row's neighbours, summing to 1 per row: shape [rows × neighbours].</summary>
    public static Matrix Of(NeighbourGraph neighbours, double perplexity, int threads, CancellationToken cancellationToken)
    {
        var weights = new Matrix(neighbours.Rows, neighbours.Neighbours);
        ParallelRows.For(neighbours.Rows, 256, threads, (from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                Weigh(neighbours.DistancesOf(i), Math.Log(perplexity), weights.Row(i));
            }
        }, cancellationToken);
        return weights;
    }

    /// <summary>Neighbours looked at per row, at most those there are.</summary>
    public static int Count(double perplexity, int others) => (int)Math.Min(others, 3 * perplexity);

    private static void Weigh(ReadOnlySpan<double> distances, double wanted, Span<double> weights)
    {
        // beta: 1 ÷ (2σ²). Distances are taken beyond the nearest, which changes nothing but keeps the exponential above zero.
        var nearest = distances[0] * distances[0];
        var (beta, low, high) = (1.0, 0.0, double.PositiveInfinity);
        for (var step = 0; step < Steps; step++)
        {
            double sum = 0, mean = 0;
            for (var e = 0; e < weights.Length; e++)
            {
                var square = (distances[e] * distances[e]) - nearest;
                weights[e] = Math.Exp(-beta * square);
                sum += weights[e];
                mean += weights[e] * square;
            }

            for (var e = 0; e < weights.Length; e++)
            {
                weights[e] /= sum;
            }

            var excess = Math.Log(sum) + (beta * mean / sum) - wanted;
            if (Math.Abs(excess) <= Tolerance)
            {
                return;
            }

            (low, high) = excess > 0 ? (beta, high) : (low, beta);
            beta = double.IsPositiveInfinity(high) ? beta * 2 : (low + high) / 2;
        }
    }
}
