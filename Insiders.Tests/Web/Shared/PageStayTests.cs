using Insiders.Web.Shared;

namespace Insiders.Tests.Web.Shared;

public sealed class PageStayTests
{
    [Fact]
    public async Task Once_it_is_over_what_waits_for_it_ends_and_what_comes_later_ends_at_once()
    {
        var stay = new PageStay();
        var waiting = Task.Delay(Timeout.Infinite, stay.Left);
        Assert.False(stay.IsOver);

        stay.Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.True(stay.IsOver);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.Delay(Timeout.Infinite, stay.Left));
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(stay.Left);
        Assert.True(linked.IsCancellationRequested);
    }
}
