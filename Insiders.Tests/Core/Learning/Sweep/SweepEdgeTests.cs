using Insiders.Core.Learning.Sweep;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Learning.Sweep;

public sealed class SweepEdgeTests
{
    [Theory]
    [InlineData(12, 36, 22, 4_312, null)]
    [InlineData(12, 36, 36, 4_312, "12–48")]
    [InlineData(12, 36, 12, 4_312, "2–36")]
    [InlineData(2, 10, 2, 4_312, null)] // fewer than 2 groups there are not
    [InlineData(2, 10, 10, 4_312, "2–16")]
    [InlineData(5, 5, 5, 4_312, "2–11")]
    [InlineData(12, 36, 36, 40, "12–39")] // 40 customers are in 39 groups at most
    [InlineData(12, 36, 36, 37, null)]
    [InlineData(150, 200, 200, 4_312, null)]
    [InlineData(150, 195, 195, 4_312, "150–200")]
    public void A_winner_on_an_edge_that_can_be_moved_has_a_wider_range(int low, int high, int best, int customers, string? wider)
    {
        var candidates = Enumerable.Range(low, high - low + 1).Select(k => SampleResults.Tried(k, 0.5)).ToArray();

        var edge = SweepEdge.Find(candidates, best, customers);

        Assert.Equal(wider, edge is null ? null : $"{edge.Wider.Minimum}–{edge.Wider.Maximum}");
        if (edge is not null)
        {
            Assert.Equal((low, high), edge.Tried);
            _ = new SweepOptions { Minimum = edge.Wider.Minimum, Maximum = edge.Wider.Maximum };
        }
    }
}
