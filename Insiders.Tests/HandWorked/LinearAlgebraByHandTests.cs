using Insiders.Core.Numerics;

namespace Insiders.Tests.HandWorked;

public sealed class LinearAlgebraByHandTests
{
    [Fact]
    public void Cholesky_of_a_three_by_three()
    {
        // (2,0,0), (6,1,0), (−8,5,3) times its transpose.
        Assert.True(Cholesky.TryRoot(Matrix.FromRows([[4, 12, -16], [12, 37, -43], [-16, -43, 98]]), out var root));

        Assert.Equal([2, 0, 0, 6, 1, 0, -8, 5, 3], root.Values.ToArray());
    }

    [Fact]
    public void The_inverse_of_a_lower_triangle_is_worked_out_by_substitution()
        => Assert.Equal(
            [0.5, 0, 0, -3, 1, 0, 19.0 / 3, -5.0 / 3, 1.0 / 3],
            Cholesky.InverseOfLower(Matrix.FromRows([[2, 0, 0], [6, 1, 0], [-8, 5, 3]])).Values.ToArray(),
            (a, b) => Math.Abs(a - b) < 1e-14);

    [Theory]
    [InlineData(1, 2, 1)] // determinant −3
    [InlineData(0, 0, 0)]
    [InlineData(double.NaN, 0, 1)]
    public void A_matrix_that_is_not_positive_definite_has_no_root(double first, double off, double second)
        => Assert.False(Cholesky.TryRoot(Matrix.FromRows([[first, off], [off, second]]), out _));

    [Fact]
    public void Eigenvalues_of_a_two_by_two()
    {
        // Trace 4, determinant 3: 3 and 1, along the diagonals.
        var eigen = SymmetricEigen.Of(Matrix.FromRows([[2, 1], [1, 2]]));

        Assert.Equal([3, 1], eigen.Values, (a, b) => Math.Abs(a - b) < 1e-14);
        Assert.Equal(Math.Sqrt(0.5), Math.Abs(eigen.Vectors[0, 0]), 1e-14);
        Assert.Equal(eigen.Vectors[0, 0], eigen.Vectors[0, 1], 1e-14);
        Assert.Equal(eigen.Vectors[1, 0], -eigen.Vectors[1, 1], 1e-14);
    }

    [Fact]
    public void Eigenvalues_of_a_path_of_three()
    {
        // 2 − 2 cos(jπ/4): 2 + √2, 2, 2 − √2; the middle vector is (1, 0, −1) ÷ √2.
        var eigen = SymmetricEigen.Of(Matrix.FromRows([[2, -1, 0], [-1, 2, -1], [0, -1, 2]]));

        Assert.Equal([2 + Math.Sqrt(2), 2, 2 - Math.Sqrt(2)], eigen.Values, (a, b) => Math.Abs(a - b) < 1e-13);
        Assert.Equal(0, eigen.Vectors[1, 1], 1e-13);
        Assert.Equal(Math.Sqrt(0.5), Math.Abs(eigen.Vectors[1, 0]), 1e-13);
    }

    // A ring of n vertices has the normalised Laplacian's values 1 − cos(2πj/n): each but the first twice. 300 vertices take the
    // iterative way, 60 the dense one.
    [Theory]
    [InlineData(60)]
    [InlineData(300)]
    public void The_smoothest_functions_on_a_ring_are_slow_waves(int vertices)
    {
        var vectors = LaplacianEigen.Smallest(Ring(vertices), 5, 1, 2, CancellationToken.None);

        for (var v = 0; v < 5; v++)
        {
            var vector = vectors.Row(v).ToArray();
            var quotient = Enumerable.Range(0, vertices).Sum(i => vector[i] * (vector[i] - ((vector[(i + 1) % vertices] + vector[(i + vertices - 1) % vertices]) / 2)));
            Assert.Equal(1 - Math.Cos(2 * Math.PI * ((v + 1) / 2) / vertices), quotient, 1e-6); // the next wave is 4e-4 and more away
            Assert.Equal(1, vector.Sum(value => value * value), 1e-9);
            Assert.True(vector.MaxBy(Math.Abs) > 0);
        }
    }

    [Fact]
    public void A_matrix_that_is_not_square_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Cholesky.TryRoot(new Matrix(2, 3), out _));
        Assert.Throws<ArgumentException>(() => SymmetricEigen.Of(new Matrix(2, 3)));
    }

    private static SparseGraph Ring(int vertices)
    {
        int[] columns = [.. Enumerable.Range(0, vertices).SelectMany(i => new[] { (i + 1) % vertices, (i + vertices - 1) % vertices }.Order())];
        return new SparseGraph([.. Enumerable.Range(0, vertices + 1).Select(i => 2 * i)], columns, [.. Enumerable.Repeat(1.0, 2 * vertices)]);
    }
}
