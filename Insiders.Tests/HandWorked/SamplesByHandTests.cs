using Insiders.Core.Numerics;
using Insiders.Core.Pipeline;

namespace Insiders.Tests.HandWorked;

public sealed class SamplesByHandTests
{
    [Theory]
    [InlineData(10, 5, new[] { 1, 3, 5, 7, 9 })] // the middle of each fifth; 0, 2, 4, 6, 8 would never see the last
    [InlineData(10, 3, new[] { 1, 5, 8 })]
    [InlineData(4, 1, new[] { 2 })]
    [InlineData(3, 3, new[] { 0, 1, 2 })]
    [InlineData(2, 5, new[] { 0, 1 })]
    [InlineData(0, 5, new int[0])]
    public void A_sample_is_spread_evenly(int count, int size, int[] expected) => Assert.Equal(expected, EvenSample.Of(count, size));

    [Fact]
    public void A_sample_of_a_long_list_does_not_overflow()
    {
        var sample = EvenSample.Of(2_000_000_000, 20_000).ToArray();

        Assert.Equal((50_000, 1_999_950_000), (sample[0], sample[^1]));
        Assert.Equal(20_000, sample.Distinct().Count());
    }

    [Fact]
    public void Rich_and_poor_customers_are_in_the_sample_in_their_shares()
    {
        // By revenue: rows 3 (90), 0 (50), 5 (50), 1 (40), 4 (20), 2 (10); of every pair the second.
        Assert.Equal([0, 1, 2], CustomerSample.ByRevenue([50, 40, 10, 90, 20, 50], 3));
        Assert.Equal([0, 1, 2, 3, 4, 5], CustomerSample.ByRevenue([50, 40, 10, 90, 20, 50], 6));
    }

    // Four numbers of xoshiro256** from the state that SplitMix64 fills, worked out by a program of its own that gives the published
    // first numbers of both generators (11520, 0, 1509978240, 1215971899390074240 from state 1, 2, 3, 4; e220a8397b1dcdaf from seed 0).
    [Theory]
    [InlineData(42, 0, 0x1ff785474f113b15, 0x4b7867ceff5d8325, 0x90ca7a95a9909966, 0x9c9ea6a358c5008f)]
    [InlineData(42, 1, 0x584870a53e6ddcdf, 0x24862b58ab088c44, 0xb77af7ea4c59709e, 0x3999723345bddfc3)]
    [InlineData(7, 3, 0x7957c3b74b90459e, 0x32f5b5fef980b055, 0xf54ad23e63375dfe, 0x177a7d2c63888ecd)]
    public void The_stream_of_a_seed_never_changes(ulong seed, ulong stream, ulong first, ulong second, ulong third, ulong fourth)
    {
        var rng = Rng.Stream(seed, stream);

        Assert.Equal([first, second, third, fourth], new[] { rng.NextBits(), rng.NextBits(), rng.NextBits(), rng.NextBits() });
    }

    [Fact]
    public void Numbers_in_a_range_come_from_the_upper_bits()
    {
        var rng = Rng.Stream(42, 0);
        Assert.Equal(0.12487061491907958, rng.NextDouble()); // (0x1ff785474f113b15 >> 11) ÷ 2⁵³
        rng = Rng.Stream(42, 0);
        Assert.Equal(1, rng.NextInt(10)); // 0x1ff78547 × 10 ÷ 2³²
    }

    [Fact]
    public void Draws_have_the_moments_of_their_distribution()
    {
        var rng = Rng.Stream(3, 9);
        var normal = Enumerable.Range(0, 20_000).Select(_ => rng.NextNormal()).ToArray();
        var counts = new int[7];
        for (var i = 0; i < 70_000; i++)
        {
            counts[rng.NextInt(7)]++;
        }

        Assert.Equal(0, normal.Average(), 0.03); // four standard errors of the mean are 0.028
        Assert.Equal(1, normal.Average(value => value * value), 0.04);
        Assert.All(counts, count => Assert.InRange(count, 9_600, 10_400));
    }
}
