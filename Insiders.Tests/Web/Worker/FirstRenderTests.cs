using Insiders.Tests.Fixtures;
using Insiders.Web.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Insiders.Tests.Web.Worker;

public sealed class FirstRenderTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task The_page_rendered_for_nobody_is_the_overview_with_its_figures()
    {
        var page = await site.Services.GetRequiredService<FirstRender>().RenderAsync();

        Assert.Contains("data-testid=\"tiles\"", page, StringComparison.Ordinal);
        Assert.Contains("data-testid=\"segments\"", page, StringComparison.Ordinal);
    }
}
