namespace Insiders.Core.Numerics;

/// <summary>Eigenvalues and eigenvectors of a small symmetric matrix.</summary>
/// <remarks>Cyclic Jacobi rotations (Golub and Van Loan, section 8.5). O(n³) time with a large factor: meant for n up to a few hundred.</remarks>
public sealed class SymmetricEigen
{
    private const int Sweeps = 60;

    private SymmetricEigen(double[] values, Matrix vectors)
    {
        Values = values;
        Vectors = vectors;
    }

    /// <summary>Eigenvalues, largest first.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>Shape [n × n]: row i is the unit eigenvector of value i.</summary>
    public Matrix Vectors { get; }

    /// <summary>Decomposes a matrix.</summary>
    /// <param name="matrix">Shape [n × n], symmetric (only checked for its shape), finite; not changed.</param>
    /// <exception cref="ArgumentException">The matrix is not square.</exception>
    public static SymmetricEigen Of(Matrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (matrix.Rows != matrix.Columns)
        {
            throw new ArgumentException($"A symmetric matrix is square, not {matrix.Rows} × {matrix.Columns}.", nameof(matrix));
        }

        var n = matrix.Rows;
        var a = matrix.Copy();
        var vectors = new Matrix(n, n);
        for (var i = 0; i < n; i++)
        {
            vectors[i, i] = 1;
        }

        var scale = 0.0;
        foreach (var value in a.Values)
        {
            scale += value * value;
        }

        for (var sweep = 0; sweep < Sweeps && OffDiagonal(a) > 1e-30 * scale; sweep++)
        {
            for (var p = 0; p < n - 1; p++)
            {
                for (var q = p + 1; q < n; q++)
                {
                    Rotate(a, vectors, p, q);
                }
            }
        }

        var order = Enumerable.Range(0, n).OrderByDescending(i => a[i, i]).ToArray();
        return new SymmetricEigen([.. order.Select(i => a[i, i])], vectors.SelectRows(order));
    }

    private static double OffDiagonal(Matrix a)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Rows; i++)
        {
            foreach (var value in a.Row(i)[(i + 1)..])
            {
                sum += value * value;
            }
        }

        return sum;
    }

    private static void Rotate(Matrix a, Matrix vectors, int p, int q)
    {
        var rowP = a.Row(p);
        var rowQ = a.Row(q);
        if (rowP[q] == 0)
        {
            return;
        }

        var theta = (rowQ[q] - rowP[p]) / (2 * rowP[q]);
        var t = Math.CopySign(1, theta) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        var c = 1 / Math.Sqrt((t * t) + 1);
        var s = t * c;
        for (var k = 0; k < a.Rows; k++)
        {
            // Columns p and q, row by row; the rows follow below, and symmetry makes them the same numbers.
            var row = a.Row(k);
            (row[p], row[q]) = ((c * row[p]) - (s * row[q]), (s * row[p]) + (c * row[q]));
        }

        for (var k = 0; k < a.Rows; k++)
        {
            (rowP[k], rowQ[k]) = ((c * rowP[k]) - (s * rowQ[k]), (s * rowP[k]) + (c * rowQ[k]));
        }

        var vectorP = vectors.Row(p);
        var vectorQ = vectors.Row(q);
        for (var k = 0; k < a.Rows; k++)
        {
            (vectorP[k], vectorQ[k]) = ((c * vectorP[k]) - (s * vectorQ[k]), (s * vectorP[k]) + (c * vectorQ[k]));
        }
    }
}
