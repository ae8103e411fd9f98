using Bunit;
using Bunit.TestDoubles;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Application.Runs;
using Insiders.Core.Ledger;
using Insiders.Core.Pipeline;
using Insiders.Core.Storage.Files;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Account;
using Insiders.Web.Features.Overview;
using Insiders.Web.Navigation;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Insiders.Tests.Web.Features.Overview;

public sealed class OverviewPageTests : UiTest
{
    private readonly RunStatusBroadcaster _runStatus = new();
    private readonly TempFolder _folder = new();
    private TempDatabase _database = null!;
    private OverviewLoader _query = null!;
    private BunitAuthorizationContext _reader = null!;

    public override async Task InitializeAsync()
    {
        _database = await TempDatabase.CreateAsync();
        Services.AddSingleton(_runStatus);
        var published = new PublishedRunCache(_database.Store, new SalesLedger(_folder.Combine("ledger")), new RunSalesFolder(_folder.Combine("sales")), _database.Settings, NullLogger<PublishedRunCache>.Instance);
        _query = new OverviewLoader(published, _database.Store, _database.Imports, _database.Settings, TimeProvider.System);
        Services.AddSingleton(_query);
        _reader = SignIn(Actors.Rui);
        await base.InitializeAsync();
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _database.DisposeAsync();
        _folder.Dispose();
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

        _runStatus.Post(new RunStatus.Running(1, new RunProgress(SegmentationStage.Forest, 0.5, 0.25, TimeSpan.FromSeconds(7))));

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
        _runStatus.Post(new RunStatus.Saving(1));
        page.WaitForElement("[data-testid=working]");

        var result = SampleResults.Of(41);
        await PublishAsync(result);
        _runStatus.Post(new RunStatus.Idle());

        page.WaitForAssertion(() =>
        {
            Assert.Equal("41", page.Find("[data-testid=tile-customers] .value").TextContent.Trim());
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

        var figures = await _query.ReadAsync(AddressQuery.Empty, CancellationToken.None);

        Assert.Equal(revenue.Sum(), figures!.Summary.Whole.RevenueAmount, 1e-6);
        Assert.Equal(revenue.Order().ElementAt(20), figures.Summary.Whole.MedianRevenueAmount, 1e-9);
        Assert.Equal(result.Features.Column("recency_days").Average(), figures.Summary.Whole.RecencyDays, 1e-9);
    }

    [Fact]
    public async Task A_failure_is_told_in_words_and_the_published_run_stands()
    {
        await PublishAsync(SampleResults.Of(40));
        var page = Render<OverviewPage>();

        _runStatus.Post(new RunStatus.Failed(Insiders.Core.Problems.Problem.FromText("The disk is full.")));

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
    public async Task A_click_on_a_row_filters_the_page_and_another_takes_it_back()
    {
        await PublishAsync(SampleResults.Of(40));
        var page = Render<OverviewPage>();
        var navigation = Services.GetRequiredService<NavigationManager>();
        page.WaitForElement("[data-testid=segment]");
        var customers = page.Find("[data-testid=segment] td").TextContent.Trim();

        await page.Find("[data-testid=segment]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Single(page.FindAll("[data-testid=segment]")));
        Assert.Contains("?segment=", navigation.Uri, StringComparison.Ordinal);
        Assert.Equal(customers, page.Find("[data-testid=tile-customers] .value").TextContent.Trim());
        Assert.Equal(customers, page.Find("[data-testid=all-customers] td").TextContent.Trim());
        Assert.Single(page.FindAll("[data-testid=chip]"));

        await page.Find("[data-testid=segment]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal("40", page.Find("[data-testid=tile-customers] .value").TextContent.Trim()));
        Assert.Equal(navigation.BaseUri, navigation.Uri);
        Assert.Empty(page.FindAll("[data-testid=chip]"));
    }

    [Fact]
    public async Task An_address_with_conditions_shows_the_page_under_them()
    {
        await PublishAsync(SampleResults.Of(41));
        Services.GetRequiredService<NavigationManager>().NavigateTo("/?country=Portugal");

        var page = Render<OverviewPage>();

        // Customers 0, 3, 6 … 39 of 41.
        page.WaitForAssertion(() => Assert.Equal("14", page.Find("[data-testid=tile-customers] .value").TextContent.Trim()));
        Assert.Equal("/customers?country=Portugal", page.Find("[data-testid=tile-customers] .value a").GetAttribute("href"));
        Assert.Equal("Portugal", page.Find("[data-testid=chip]").TextContent.TrimEnd('×'));
    }

    [Fact]
    public async Task Conditions_that_nobody_meets_say_so()
    {
        await PublishAsync(SampleResults.Of(40));
        Services.GetRequiredService<NavigationManager>().NavigateTo("/?country=Atlantis");

        var page = Render<OverviewPage>();

        page.WaitForAssertion(() => Assert.Contains("Nobody meets these conditions", page.Find("[data-testid=notice]").TextContent, StringComparison.Ordinal));
        Assert.Equal("/", page.Find("[data-testid=clear-filter]").GetAttribute("href"));
    }

    [Fact]
    public async Task A_changed_ledger_leads_analysts_to_a_new_run_and_nobody_else()
    {
        await PublishAsync(SampleResults.Of(40));
        var figures = await _query.ReadAsync(AddressQuery.Empty, CancellationToken.None);
        var viewer = Render<FreshnessStrip>(parameters => parameters.Add(strip => strip.Known, figures!));
        Assert.Contains("changed since this run", viewer.Find("[data-testid=fresh-ledger]").TextContent, StringComparison.Ordinal);
        Assert.Empty(viewer.FindAll("a"));

        _reader.SetPolicies(Policies.Analyse);
        var analyst = Render<FreshnessStrip>(parameters => parameters.Add(strip => strip.Known, figures!));

        analyst.WaitForAssertion(() => Assert.Equal("/runs/new", analyst.Find("a").GetAttribute("href")));
    }

    [Fact]
    public async Task The_run_before_is_named_on_every_tile_that_changed_or_not()
    {
        await PublishAsync(SampleResults.Of(40));
        await PublishAsync(SampleResults.Of(41, seed: 2));

        var page = Render<OverviewPage>();

        page.WaitForAssertion(() => Assert.Equal(8, page.FindAll("[data-testid=change]").Count));
        Assert.All(page.FindAll("[data-testid=change]"), change => Assert.Contains("since run 1 of", change.TextContent, StringComparison.Ordinal));
        Assert.Equal("+2.5% since run 1 of", page.Find("[data-testid=tile-customers] .change").TextContent.Trim()[..20]);
    }

    [Fact]
    public async Task What_changed_for_the_better_or_worse_is_told_by_an_arrow_and_a_word()
    {
        await PublishAsync(SampleResults.Of(41, seed: 2));
        await PublishAsync(SampleResults.Of(40), "ledger-2");

        var page = Render<OverviewPage>();

        page.WaitForElement("[data-testid=change]");
        var fewer = page.Find("[data-testid=tile-customers] .change");
        Assert.Equal("worse", fewer.QuerySelector("strong")!.TextContent);
        Assert.NotNull(fewer.QuerySelector("[data-direction=down]"));
        Assert.All(page.FindAll(".change.better"), change => Assert.Equal("better", change.QuerySelector("strong")!.TextContent));
        Assert.All(page.FindAll(".change:not(.better):not(.worse)"), change => Assert.Null(change.QuerySelector("strong")));
        Assert.All(page.FindAll("[data-testid=change]"), change => Assert.Equal(
            change.TextContent.Trim()[0] switch { '+' => "up", '−' => "down", _ => null }, change.QuerySelector("[data-direction]")?.GetAttribute("data-direction")));
    }

    [Fact]
    public async Task Leaving_the_page_leaves_no_listener()
    {
        var page = Render<OverviewPage>();
        page.WaitForAssertion(() => Assert.Equal(1, _runStatus.Watchers));

        await DisposeComponentsAsync();

        Assert.True(SpinWait.SpinUntil(() => _runStatus.Watchers == 0, TimeSpan.FromSeconds(10)));
    }

    private async Task PublishAsync(SegmentationResult result, string ledger = "ledger-1")
    {
        var id = await _database.Store.SaveAsync(result, ledger);
        await _database.Store.PublishAsync(id, "ana", SavedRuns.Noon, CancellationToken.None);
    }
}
