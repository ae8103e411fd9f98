using Insiders.Core.Learning.Embeddings;
using Insiders.Core.Numerics;

namespace Insiders.Tests.HandWorked;

public sealed class ScalingByHandTests
{
    // 1, 2, 3, 4, 10: mean 4, variance (9 + 4 + 1 + 0 + 36) ÷ 5 = 10; median 3, quartiles 2 and 4.
    private static readonly Matrix s_points = Matrix.FromRows([[1, 7], [2, 7], [3, 7], [4, 7], [10, 7]]);

    [Theory]
    [InlineData(ScalingMethod.MinMax, new[] { 0, 1 / 9.0, 2 / 9.0, 3 / 9.0, 1 })]
    [InlineData(ScalingMethod.Standard, new[] { -0.9486832980505138, -0.6324555320336759, -0.31622776601683794, 0, 1.8973665961010275 })]
    [InlineData(ScalingMethod.Robust, new[] { -1, -0.5, 0, 0.5, 3.5 })]
    public void A_column_is_scaled_and_one_that_does_not_vary_becomes_0(ScalingMethod method, double[] expected)
    {
        var scaled = Fit(method).Embedding;

        Assert.Equal(expected, scaled.Column(0), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.All(scaled.Column(1), value => Assert.Equal(0, value));
    }

    // Above the lowest: 1, 2, 3, 9, median 2.5. So 4 becomes log(1 + 3 ÷ 2.5) and 10 log(1 + 9 ÷ 2.5).
    [Fact]
    public void A_logarithm_brings_those_far_above_the_many_near_them()
    {
        var scaled = Fit(ScalingMethod.Log).Embedding.Column(0);

        Assert.Equal(Math.Log(4.6 / 2.2) / Math.Log(2.2), (scaled[4] - scaled[3]) / (scaled[3] - scaled[0]), 1e-12); // 2 without the logarithm
        Assert.Equal(0, scaled.Average(), 1e-12);
        Assert.Equal(1, scaled.Average(value => value * value), 1e-12);
    }

    [Fact]
    public void New_rows_are_scaled_by_those_of_the_fit()
        => Assert.Equal([-1.5, 5], [Fit(ScalingMethod.Robust).Transform(Matrix.FromRows([[0, 7]]), CancellationToken.None)[0, 0], Fit(ScalingMethod.Robust).Transform(Matrix.FromRows([[13, 7]]), CancellationToken.None)[0, 0]]);

    private static IEmbeddingModel Fit(ScalingMethod method) => new Scaling(new ScalingOptions { Method = method }).Fit(s_points, [], null, CancellationToken.None);
}
