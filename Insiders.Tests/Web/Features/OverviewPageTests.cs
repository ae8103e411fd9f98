using Bunit;
using Insiders.Core.Pipeline;
using Insiders.Tests.Fixtures;
using Insiders.Web.Features.Overview;
using Insiders.Web.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Insiders.Tests.Web.Features;

public sealed class OverviewPageTests : UiTest
{
    private readonly WorkBoard _board = new();
    private TempDatabase _database = null!;

    public override async Task InitializeAsync()
    {
        _database = await TempDatabase.CreateAsync();
        Services.AddSingleton(_board);
        Services.AddSingleton(new OverviewQuery(_database.Store));
        await base.InitializeAsync();
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _database.DisposeAsync();
    }

    [Fact]
    public void Without_a_run_and_without_work_it_says_what_to_do()
    {
        var page = Render<OverviewPage>();

        page.WaitForAssertion(() => Assert.Contains("No run yet", page.Find("[data-testid=notice]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Work_is_shown_live_with_stage_and_remaining_time()
    {
        var page = Render<OverviewPage>();

        _board.Post(new WorkState.Running(1, new RunProgress(SegmentationStage.Forest, 0.5, 0.25, TimeSpan.FromSeconds(7))));

        page.WaitForAssertion(() =>
        {
            var text = page.Find("[data-testid=working]").TextContent;
            Assert.Contains("Growing the forest", text, StringComparison.Ordinal);
            Assert.Contains("about 7 s left", text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task When_a_run_is_published_the_page_fills_by_itself()
    {
        var page = Render<OverviewPage>();
        _board.Post(new WorkState.Saving(1));
        page.WaitForElement("[data-testid=working]");

        var result = SampleResults.Of(41);
        await PublishAsync(result);
        _board.Post(new WorkState.Idle());

        page.WaitForAssertion(() =>
        {
            Assert.Equal("41", page.Find("[data-testid=tile-customers] .value").TextContent);
            Assert.Equal(result.Segments.Length, page.FindAll("[data-testid=segment]").Count);
            Assert.Empty(page.FindAll("[data-testid=working]"));
        });
    }

    [Fact]
    public async Task Means_of_the_base_are_over_customers_and_the_median_is_the_middle_customer()
    {
        var result = SampleResults.Of(41);
        await PublishAsync(result);
        var revenue = result.Features.Column("gross_revenue");

        var figures = await new OverviewQuery(_database.Store).ReadAsync(CancellationToken.None);

        Assert.Equal(revenue.Sum(), figures!.Base.RevenueAmount, 1e-6);
        Assert.Equal(revenue.Order().ElementAt(20), figures.Base.MedianRevenueAmount, 1e-9);
        Assert.Equal(result.Features.Column("recency_days").Average(), figures.Base.RecencyDays, 1e-9);
    }

    [Fact]
    public async Task A_failure_is_told_in_words_and_the_published_run_stands()
    {
        await PublishAsync(SampleResults.Of(40));
        var page = Render<OverviewPage>();

        _board.Post(new WorkState.Failed(Insiders.Core.Problems.Problem.FromText("The disk is full.")));

        page.WaitForAssertion(() => Assert.Contains("The disk is full.", page.Find("[data-testid=failed]").TextContent, StringComparison.Ordinal));
        Assert.NotNull(page.Find("[data-testid=tiles]"));
    }

    [Fact]
    public void A_store_that_cannot_be_read_is_told_in_words()
    {
        _database.Store.ReleaseFile();
        File.WriteAllText(_database.Path, "this is no database, and it is long enough for SQLite to find out: " + new string('x', 4096));

        var page = Render<OverviewPage>();

        page.WaitForAssertion(() => Assert.Contains("The overview cannot be shown", page.Find("[data-testid=failed]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_chart_can_be_read_as_a_table()
    {
        await PublishAsync(SampleResults.Of(40));
        var page = Render<OverviewPage>();

        await page.WaitForElement("[data-testid=view-as-table]").ClickAsync(new());

        Assert.Equal(page.FindAll("[data-testid=segment]").Count, page.FindAll("[data-testid=chart-table] tbody tr").Count);
        Assert.Single(page.FindAll(".chart-away [data-testid=chart]"));
    }

    [Fact]
    public async Task Leaving_the_page_leaves_no_listener()
    {
        var page = Render<OverviewPage>();
        page.WaitForAssertion(() => Assert.Equal(1, _board.Watchers));

        await DisposeComponentsAsync();

        Assert.True(SpinWait.SpinUntil(() => _board.Watchers == 0, TimeSpan.FromSeconds(10)));
    }

    private async Task PublishAsync(SegmentationResult result)
    {
        var id = await _database.Store.SaveAsync(result);
        await _database.Store.PublishAsync(id, "ana", SavedRuns.Noon, CancellationToken.None);
    }
}
