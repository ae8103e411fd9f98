using Bunit;
using Insiders.Core.Application.Runs;
using Insiders.Tests.Fixtures;
using Insiders.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Insiders.Tests.Web.Shell;

public sealed class ReplacedBarTests : UiTest
{
    private readonly RunStatusBroadcaster _runStatus = new();

    public override Task InitializeAsync()
    {
        Services.AddSingleton(_runStatus);
        return base.InitializeAsync();
    }

    [Fact]
    public void An_open_page_is_told_of_a_later_publication_until_it_is_read_anew()
    {
        _runStatus.Publications.Announce(4, "ana");
        var bar = Render<ReplacedBar>();
        Assert.Equal("", bar.Find("[role=status]").TextContent.Trim()); // opened after that one

        _runStatus.Publications.Announce(5, "rui");
        bar.WaitForAssertion(() => Assert.Contains("run 5, by rui", bar.Find("[role=status]").TextContent, StringComparison.Ordinal));

        Services.GetRequiredService<NavigationManager>().NavigateTo("/segments?view=radar");
        bar.WaitForAssertion(() => Assert.Equal("", bar.Find("[role=status]").TextContent.Trim()));
    }

    [Theory]
    [InlineData("/segments/3", true)]
    [InlineData("/customers/17850", true)]
    [InlineData("/map", true)]
    [InlineData("/runs/5", false)]
    [InlineData("/settings/people", false)]
    public void Pages_that_show_no_result_say_nothing(string address, bool isTold)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        var bar = Render<ReplacedBar>();
        bar.WaitForState(() => _runStatus.Publications.Watchers == 1);

        _runStatus.Publications.Announce(5, "rui");
        bar.Render();

        bar.WaitForAssertion(() => Assert.Equal(isTold, bar.FindAll("[data-testid=reload]").Count == 1));
    }

    [Fact]
    public async Task A_closed_tab_leaves_no_listener()
    {
        var bar = Render<ReplacedBar>();
        bar.WaitForState(() => _runStatus.Publications.Watchers == 1);

        await DisposeComponentsAsync();

        Assert.True(SpinWait.SpinUntil(() => _runStatus.Publications.Watchers == 0, TimeSpan.FromSeconds(10)));
    }
}
