using Insiders.Core.Application.Runs;
using Insiders.Tests.Fixtures;
using Insiders.Web.Hosting;
using Insiders.Web.Navigation;
using Microsoft.Extensions.DependencyInjection;

namespace Insiders.Tests.Web.Hosting;

public sealed class PagePrerendererTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Theory]
    [InlineData("/", "segments")]
    [InlineData("/customers", "customers")]
    [InlineData("/map", "countries")]
    [InlineData("/explore", "picked")]
    public async Task A_page_rendered_for_nobody_is_whole(string address, string ready)
        => Assert.Contains($"data-testid=\"{ready}\"", await RenderAsync(address), StringComparison.Ordinal);

    [Fact]
    public async Task So_are_a_segment_and_a_customer()
    {
        var store = site.Services.GetRequiredService<IRunStore>();
        var published = (await store.FindPublishedAsync(CancellationToken.None))!;
        var customers = await store.ReadCustomersAsync(published.Run.Id, CancellationToken.None);

        Assert.Contains("data-testid=\"segment-name\"", await RenderAsync(Links.Segment(published.Segments[0].SegmentId)), StringComparison.Ordinal);
        Assert.Contains("data-testid=\"lead\"", await RenderAsync(Links.Customer(customers.Ids[0])), StringComparison.Ordinal);
    }

    private async Task<string?> RenderAsync(string address) => await site.Services.GetRequiredService<PagePrerenderer>().RenderAsync(address);
}
