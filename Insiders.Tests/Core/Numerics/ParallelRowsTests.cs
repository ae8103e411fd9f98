using Insiders.Core.Numerics;

namespace Insiders.Tests.Core.Numerics;

public sealed class ParallelRowsTests
{
    [Theory]
    [InlineData(0, 4, 2)]
    [InlineData(1, 4, 2)]
    [InlineData(17, 4, 1)]
    [InlineData(17, 4, 3)]
    [InlineData(16, 4, 99)]
    public void Every_row_is_visited_once_in_blocks_that_do_not_depend_on_threads(int rows, int blockSize, int threads)
    {
        var visits = new int[rows];

        ParallelRows.For(rows, blockSize, threads, (from, to) =>
        {
            Assert.Equal(0, from % blockSize);
            Assert.Equal(Math.Min(rows, from + blockSize), to);
            for (var i = from; i < to; i++)
            {
                Interlocked.Increment(ref visits[i]);
            }
        }, CancellationToken.None);

        Assert.All(visits, count => Assert.Equal(1, count));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void What_a_body_throws_arrives_as_it_was_thrown(int threads)
        => Assert.Equal("row 8", Assert.Throws<InvalidOperationException>(() => ParallelRows.For(40, 4, threads, (from, _) =>
        {
            if (from == 8)
            {
                throw new InvalidOperationException("row 8");
            }
        }, CancellationToken.None)).Message);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Cancelling_stops_before_the_next_block(int threads)
    {
        using var source = new CancellationTokenSource();
        var blocks = 0;

        Assert.ThrowsAny<OperationCanceledException>(() => ParallelRows.For(10_000, 1, threads, (_, _) =>
        {
            if (Interlocked.Increment(ref blocks) == 5)
            {
                source.Cancel();
            }
        }, source.Token));

        Assert.True(blocks < 5 + (100 * threads), $"{blocks} blocks ran.");
    }
}
