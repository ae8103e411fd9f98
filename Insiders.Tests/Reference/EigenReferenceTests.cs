using Insiders.Core.Numerics;

namespace Insiders.Tests.Reference;

public sealed class EigenReferenceTests
{
    [Theory]
    [InlineData("iris", 1e-8)]
    [InlineData("digits", 1e-5)] // the reference's solver for digits is a randomised one
    public void Eigenvalues_of_the_scatter_matrix_are_the_squared_singular_values_of_the_reference(string dataset, double tolerance)
    {
        var (points, _) = ReferenceAnswers.Points(dataset);
        var reference = ReferenceAnswers.Read("reducers").GetProperty("pca").GetProperty(dataset);
        var eigen = SymmetricEigen.Of(Scatter(points));

        var expected = ReferenceAnswers.Numbers(reference.GetProperty("singular_values"));
        for (var i = 0; i < expected.Length; i++)
        {
            // Without centring the first value of iris is 95.96 instead of 25.10.
            Assert.Equal(expected[i], Math.Sqrt(eigen.Values[i]), expected[i] * tolerance);
        }

        var ratios = ReferenceAnswers.Numbers(reference.GetProperty("explained_variance_ratio"));
        Assert.All(ratios.Zip(eigen.Values), pair => Assert.Equal(pair.First, pair.Second / eigen.Values.Sum(), tolerance));
        var first = eigen.Vectors.Row(0).ToArray();
        Assert.All(ReferenceAnswers.Numbers(reference.GetProperty("first_component_abs")).Zip(first), pair => Assert.Equal(pair.First, Math.Abs(pair.Second), tolerance));
    }

    private static Matrix Scatter(Matrix points)
    {
        var means = Enumerable.Range(0, points.Columns).Select(d => points.Column(d).Average()).ToArray();
        var scatter = new Matrix(points.Columns, points.Columns);
        for (var i = 0; i < points.Rows; i++)
        {
            for (var d = 0; d < points.Columns; d++)
            {
                for (var e = 0; e < points.Columns; e++)
                {
                    scatter[d, e] += (points[i, d] - means[d]) * (points[i, e] - means[e]);
                }
            }
        }

        return scatter;
    }
}
