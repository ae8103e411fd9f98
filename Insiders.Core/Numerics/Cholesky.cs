namespace Insiders.Core.Numerics;

/// <summary>The lower triangular root of a symmetric positive definite matrix.</summary>
public static class Cholesky
{
    /// <summary>Finds L with L·Lᵀ = matrix.</summary>
    /// <param name="matrix">Shape [n × n]; only the lower triangle is read; not changed.</param>
    /// <param name="lower">Receives L, zeros above the diagonal.</param>
    /// <returns>False when the matrix is not positive definite.</returns>
    /// <exception cref="ArgumentException">The matrix is not square.</exception>
    /// <remarks>O(n³ ÷ 6) multiplications.</remarks>
    public static bool TryRoot(Matrix matrix, out Matrix lower)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (matrix.Rows != matrix.Columns)
        {
            throw new ArgumentException($"A positive definite matrix is square, not {matrix.Rows} × {matrix.Columns}.", nameof(matrix));
        }

        lower = new Matrix(matrix.Rows, matrix.Columns);
        for (var i = 0; i < matrix.Rows; i++)
        {
            var row = lower.Row(i);
            for (var j = 0; j <= i; j++)
            {
                var other = lower.Row(j);
                var rest = matrix[i, j];
                for (var k = 0; k < j; k++)
                {
                    rest -= row[k] * other[k];
                }

                if (i != j)
                {
                    row[j] = rest / other[j];
                }
                else if (rest > 0)
                {
                    row[i] = Math.Sqrt(rest);
                }
                else
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>The inverse of a lower triangular matrix, itself lower triangular.</summary>
    /// <param name="lower">Shape [n × n], no zero on the diagonal.</param>
    public static Matrix InverseOfLower(Matrix lower)
    {
        ArgumentNullException.ThrowIfNull(lower);
        var n = lower.Rows;
        var inverse = new Matrix(n, n);
        for (var i = 0; i < n; i++)
        {
            var row = lower.Row(i);
            var target = inverse.Row(i);
            for (var k = 0; k < i; k++)
            {
                var source = inverse.Row(k);
                for (var j = 0; j <= k; j++)
                {
                    target[j] -= row[k] * source[j];
                }
            }

            for (var j = 0; j < i; j++)
            {
                target[j] /= row[i];
            }

            target[i] = 1 / row[i];
        }

        return inverse;
    }
}
