using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Embeddings;

/// <summary>Principal components: the directions in which rows differ most.</summary>
/// <remarks>Pearson (1901), Hotelling (1933); eigenvectors of the covariance. See <c>docs/methods/pca.md</c>.</remarks>
public static class Pca
{
    /// <summary>Finds the components.</summary>
    /// <param name="points">Shape [rows × dimensions], finite, at least one row; not scaled here.</param>
    /// <param name="dimensions">Components wanted at most, at least 1.</param>
    /// <param name="threads">Threads to use, at least 1.</param>
    /// <param name="cancellationToken">Looked at once per column of the covariance.</param>
    /// <returns>The same for any number of threads.</returns>
    /// <exception cref="ArgumentException">The points are empty or not finite.</exception>
    /// <remarks>O(n·d² + d³) time.</remarks>
    public static PcaModel Fit(Matrix points, int dimensions, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        points.ThrowIfNotFinite(nameof(points));

        // Columns side by side, each less its mean.
        var columns = new Matrix(points.Columns, points.Rows);
        var means = new double[points.Columns];
        var scatter = new Matrix(points.Columns, points.Columns);
        ParallelRows.For(points.Columns, 1, threads, (c, _) =>
        {
            var column = points.Column(c);
            means[c] = column.Average();
            for (var i = 0; i < column.Length; i++)
            {
                columns[c, i] = column[i] - means[c];
            }
        }, cancellationToken);
        ParallelRows.For(points.Columns, 1, threads, (a, _) =>
        {
            for (var b = 0; b <= a; b++)
            {
                scatter[a, b] = RowOperations.Dot(columns.Row(a), columns.Row(b));
            }
        }, cancellationToken);
        for (var a = 0; a < points.Columns; a++)
        {
            for (var b = a + 1; b < points.Columns; b++)
            {
                scatter[a, b] = scatter[b, a];
            }
        }

        var eigen = SymmetricEigen.Of(scatter);
        var kept = Math.Min(dimensions, points.Columns);
        var components = eigen.Vectors.SelectRows([.. Enumerable.Range(0, kept)]);
        for (var v = 0; v < kept; v++)
        {
            PointUp(components.Row(v));
        }

        var squares = eigen.Values.Select(value => Math.Max(0, value)).ToArray();
        var total = squares.Sum();
        return new PcaModel(means, components, [.. squares.Take(kept).Select(Math.Sqrt)], [.. squares.Take(kept).Select(square => total > 0 ? square / total : 0)], points);
    }

    /// <summary>A component and its opposite say the same: the largest loading is positive.</summary>
    private static void PointUp(Span<double> component)
    {
        var largest = 0.0;
        foreach (var value in component)
        {
            largest = Math.Abs(value) > Math.Abs(largest) ? value : largest;
        }

        for (var d = 0; d < component.Length && largest < 0; d++)
        {
            component[d] = -component[d];
        }
    }
}
