using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Clustering;

/// <summary>Points laid side by side, eight by eight, and the expectation step over them.</summary>
internal sealed class MixtureRows
{
    private const int Lanes = MixtureComponents.Lanes;
    private const int RowsPerBlock = 512;

    private readonly Vector512<double>[] _groups;

    public MixtureRows(Matrix points)
    {
        Rows = points.Rows;
        Dimensions = points.Columns;
        _groups = new Vector512<double>[(points.Rows + Lanes - 1) / Lanes * points.Columns];
        for (var i = 0; i < points.Rows; i++)
        {
            var row = points.Row(i);
            for (var d = 0; d < row.Length; d++)
            {
                ref var lanes = ref _groups[(i / Lanes * Dimensions) + d];
                lanes = lanes.WithElement(i % Lanes, row[d]);
            }
        }
    }

    public int Rows { get; }

    public int Dimensions { get; }

    /// <summary>Finds each row's likeliest component and, where asked, its share in every component.</summary>
    /// <param name="components">The mixture.</param>
    /// <param name="labels">Holds a guess per row; receives the likeliest component.</param>
    /// <param name="responsibilities">Receives [rows × components] shares summing to 1 per row, or null.</param>
    /// <param name="threads">Threads to use.</param>
    /// <param name="cancellationToken">Looked at every 512 rows.</param>
    /// <returns>Sum of the rows' log-likelihoods, added in row order.</returns>
    public double Expect(MixtureComponents components, int[] labels, Matrix? responsibilities, int threads, CancellationToken cancellationToken)
    {
        var likelihoods = new double[Rows];
        ParallelRows.For(Rows, RowsPerBlock, threads, (from, to) => Expect(components, labels, responsibilities, likelihoods, from, to), cancellationToken);
        return likelihoods.Sum();
    }

    private void Expect(MixtureComponents components, int[] labels, Matrix? responsibilities, double[] likelihoods, int from, int to)
    {
        var lanes = new Vector512<double>[components.Count];
        var logarithms = MemoryMarshal.Cast<Vector512<double>, double>(lanes.AsSpan());
        for (var first = from; first < to; first += Lanes)
        {
            components.LogDensities(_groups.AsSpan(first / Lanes * Dimensions, Dimensions), labels[first], lanes);
            for (var row = first; row < Math.Min(first + Lanes, to); row++)
            {
                var own = logarithms[(row - first)..];
                var best = 0;
                for (var c = 1; c < lanes.Length; c++)
                {
                    best = own[c * Lanes] > own[best * Lanes] ? c : best;
                }

                var highest = own[best * Lanes];
                var sum = 0.0;
                for (var c = 0; c < lanes.Length; c++)
                {
                    sum += Share(own[c * Lanes] - highest);
                }

                labels[row] = best;
                likelihoods[row] = highest + Math.Log(sum);
                for (var c = 0; c < lanes.Length && responsibilities is not null; c++)
                {
                    responsibilities[row, c] = Share(own[c * Lanes] - highest) / sum;
                }
            }
        }
    }

    /// <summary>The exponential, and 0 without asking for what is negligible anyway.</summary>
    private static double Share(double logarithm) => logarithm == 0 ? 1 : logarithm < -MixtureComponents.Negligible ? 0 : Math.Exp(logarithm);
}
