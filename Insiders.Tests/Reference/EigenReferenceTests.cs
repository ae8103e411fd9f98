using Insiders.Core.Numerics;

namespace Insiders.Tests.Reference;

public sealed class EigenReferenceTests
{
    [Theory]
    [InlineData("iris")]
    [InlineData("digits")]
    public void Eigenvalues_of_the_scatter_matrix_are_the_squared_singular_values_of_the_reference(string dataset)
    {
        var (points, _) = ReferenceAnswers.Points(dataset);
        var reference = ReferenceAnswers.Read("reducers").GetProperty("pca").GetProperty(dataset);
        var eigen = SymmetricEigen.Of(Scatter(points));

        var expected = ReferenceAnswers.Numbers(reference.GetProperty("singular_values"));
        for (var i = 0; i < expected.Length; i++)
        {
            // The reference's solver for digits is a randomised one, right to about 2e-7. Without centring the first value of iris is 95.96.
            Assert.Equal(expected[i], Math.Sqrt(eigen.Values[i]), 1e-6);
        }

        var ratios = ReferenceAnswers.Numbers(reference.GetProperty("explained_variance_ratio"));
        Assert.All(ratios.Zip(eigen.Values), pair => Assert.Equal(pair.First, pair.Second / eigen.Values.Sum(), 1e-9));
        var first = eigen.Vectors.Row(0).ToArray();
        Assert.All(ReferenceAnswers.Numbers(reference.GetProperty("first_component_abs")).Zip(first), pair => Assert.Equal(pair.First, Math.Abs(pair.Second), 1e-7));
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
