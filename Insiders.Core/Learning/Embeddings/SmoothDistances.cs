using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Embeddings;

/// <summary>What makes each row's neighbourhood its own yardstick: UMAP's first step.</summary>
/// <remarks>McInnes, Healy and Melville (2018), algorithm 3; the same search as umap-learn 0.5.3, so that the numbers agree.</remarks>
public sealed class SmoothDistances
{
    private const double Tolerance = 1e-5;
    private const double SmallestScale = 1e-3;
    private const int Steps = 64;

    private SmoothDistances(double[] rho, double[] sigma)
    {
        Rho = rho;
        Sigma = sigma;
    }

    /// <summary>rho[i]: distance from row i to its nearest row that is not equal to it; 0 if all neighbours are equal.</summary>
    public IReadOnlyList<double> Rho { get; }

    /// <summary>sigma[i]: the scale at which the neighbours' strengths sum to log2(k).</summary>
    public IReadOnlyList<double> Sigma { get; }

    /// <summary>Measures every row.</summary>
    /// <param name="neighbours">k − 1 neighbours per row: the row itself is UMAP's first neighbour and is not in the graph.</param>
    /// <param name="threads">Threads to use, at least 1.</param>
    /// <param name="cancellationToken">Looked at every 256 rows.</param>
    public static SmoothDistances Of(NeighbourGraph neighbours, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(neighbours);
        return Measure(neighbours, neighbours.Neighbours + 1, threads, cancellationToken);
    }

    /// <summary>Measures rows that are not among their neighbours: new rows beside fitted ones.</summary>
    /// <param name="neighbours">k neighbours per new row.</param>
    /// <param name="threads">Threads to use, at least 1.</param>
    /// <param name="cancellationToken">Looked at every 256 rows.</param>
    public static SmoothDistances OfNewRows(NeighbourGraph neighbours, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(neighbours);
        return Measure(neighbours, neighbours.Neighbours, threads, cancellationToken);
    }

    private static SmoothDistances Measure(NeighbourGraph neighbours, int k, int threads, CancellationToken cancellationToken)
    {
        var rho = new double[neighbours.Rows];
        var sigma = new double[neighbours.Rows];
        var total = 0.0;
        for (var i = 0; i < neighbours.Rows; i++)
        {
            foreach (var distance in neighbours.DistancesOf(i))
            {
                total += distance;
            }
        }

        var meanOfAll = total / ((double)neighbours.Rows * k);
        ParallelRows.For(neighbours.Rows, 256, threads, (from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                var distances = neighbours.DistancesOf(i);
                rho[i] = FirstAboveZero(distances);
                var smallest = SmallestScale * (rho[i] > 0 ? Sum(distances) / k : meanOfAll);
                sigma[i] = Math.Max(Search(distances, rho[i], Math.Log2(k)), smallest);
            }
        }, cancellationToken);
        return new SmoothDistances(rho, sigma);
    }

    private static double Search(ReadOnlySpan<double> distances, double rho, double target)
    {
        var low = 0.0;
        var high = double.PositiveInfinity;
        var sigma = 1.0;
        for (var step = 0; step < Steps; step++)
        {
            var sum = 0.0;
            foreach (var distance in distances)
            {
                sum += distance > rho ? Math.Exp(-(distance - rho) / sigma) : 1;
            }

            if (Math.Abs(sum - target) < Tolerance)
            {
                break;
            }

            if (sum > target)
            {
                high = sigma;
                sigma = (low + high) / 2;
            }
            else
            {
                low = sigma;
                sigma = double.IsInfinity(high) ? sigma * 2 : (low + high) / 2;
            }
        }

        return sigma;
    }

    private static double FirstAboveZero(ReadOnlySpan<double> distances)
    {
        foreach (var distance in distances)
        {
            if (distance > 0)
            {
                return distance;
            }
        }

        return 0;
    }

    private static double Sum(ReadOnlySpan<double> distances)
    {
        var sum = 0.0;
        foreach (var distance in distances)
        {
            sum += distance;
        }

        return sum;
    }
}
