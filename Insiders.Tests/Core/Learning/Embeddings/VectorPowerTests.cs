using System.Runtime.Intrinsics;
using Insiders.Core.Learning.Embeddings;

namespace Insiders.Tests.Core.Learning.Embeddings;

public sealed class VectorPowerTests
{
    // b of the embedding's curve: 0.895 for the defaults, 0.3 to 2 over all minimum distances.
    [Theory]
    [InlineData(0.3f)]
    [InlineData(0.8950608f)]
    [InlineData(1f)]
    [InlineData(2f)]
    public void Powers_are_right_to_three_in_a_million_over_every_squared_distance(float power)
    {
        Assert.InRange(Worst(power, -0.3, 0.3), 0, 4e-7); // near 1 the series shows: without its last term 6e-7 and more
        Assert.InRange(Worst(power, -12, 6), 0, 3e-6); // far from 1 the rounding of the exponent does; a power in half precision: 1e-3
    }

    [Fact]
    public void Zero_stays_zero_and_one_stays_one()
    {
        Assert.Equal(0, VectorPower.Of(Vector512<float>.Zero, 0.9f)[3]);
        Assert.Equal(1, VectorPower.Of(Vector512<float>.One, 0.9f)[3]);
    }

    private static double Worst(float power, double fromExponent, double toExponent)
    {
        var worst = 0.0;
        Span<float> xs = stackalloc float[16];
        for (var i = 0; i < 200_000; i += 16)
        {
            for (var lane = 0; lane < 16; lane++)
            {
                xs[lane] = (float)Math.Pow(10, fromExponent + ((toExponent - fromExponent) * (i + lane) / 200_000));
            }

            var found = VectorPower.Of(Vector512.Create<float>(xs), power);
            for (var lane = 0; lane < 16; lane++)
            {
                var exact = Math.Pow(xs[lane], power);
                worst = Math.Max(worst, Math.Abs(found[lane] - exact) / exact);
            }
        }

        return worst;
    }
}
