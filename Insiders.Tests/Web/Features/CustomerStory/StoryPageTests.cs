using Bunit;
using Insiders.Core.Application.Programmes;
using Insiders.Core.Application.Settings;
using Insiders.Core.Segments;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Features.CustomerStory;
using Insiders.Web.Localization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Insiders.Tests.Web.Features.CustomerStory;

public sealed class StoryPageTests : UiTest
{
    private TempDatabase _database = null!;

    public override async Task InitializeAsync()
    {
        _database = await TempDatabase.CreateAsync();
        var published = _database.Published();
        Services.AddSingleton(published);
        Services.AddSingleton(new ProgrammeService(new ProgrammeStore(_database.Path), published, new AudienceStore(_database.Path), Actors.Access, TimeProvider.System));
        Services.AddSingleton(new StoryLoader(_database.Store));
        await base.InitializeAsync();
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _database.DisposeAsync();
    }

    [Fact]
    public void Without_a_published_run_it_says_what_comes_next()
    {
        var page = Open("c0000001");

        page.WaitForAssertion(() => Assert.Contains("No run has been published yet", page.Find("[data-testid=notice]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_id_says_so_and_leads_to_a_search()
    {
        await _database.PublishAsync(SampleResults.Of(60));

        var page = Open("%3Cimg%20src%3Dx%3E");

        page.WaitForAssertion(() => Assert.Contains("There is no such customer", page.Find("[data-testid=notice]").TextContent, StringComparison.Ordinal));
        Assert.Equal("/customers?q=%3Cimg%20src%3Dx%3E", page.Find("[data-testid=search-instead]").GetAttribute("href"));
        Assert.Equal("<img src=x>", page.Find("h1").TextContent);
        Assert.Empty(page.FindAll("img"));
    }

    [Fact]
    public async Task Only_somebody_who_is_there_has_an_invented_name_and_it_is_marked_as_one()
    {
        await _database.PublishAsync(SampleResults.Of(60));
        var settings = new InstallationGeneral { InventedNames = true };

        var nobody = Open("c9999999", settings);
        nobody.WaitForAssertion(() => Assert.Contains("There is no such customer", nobody.Find("[data-testid=notice]").TextContent, StringComparison.Ordinal));
        Assert.Equal("c9999999", nobody.Find("h1").TextContent);
        Assert.DoesNotContain(CustomerNames.Of("c9999999"), nobody.Markup, StringComparison.Ordinal);

        var somebody = Open("c0000001", settings);
        somebody.WaitForAssertion(() => Assert.Equal($"{CustomerNames.Of("c0000001")}* (invented name) · c0000001", somebody.Find("h1").TextContent));
        Assert.Equal("invented name", somebody.Find(".page-head .badge").TextContent);
    }

    [Fact]
    public async Task A_failure_is_told_in_words()
    {
        await _database.PublishAsync(SampleResults.Of(60));
        _database.Store.ReleaseFile();
        File.WriteAllText(_database.Path, "this is no database, and it is long enough for SQLite to find out: " + new string('x', 4096));

        var page = Open("c0000001");

        page.WaitForAssertion(() => Assert.Contains("This page could not be read", page.Find("[data-testid=failed]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Figures_carry_their_percentile_in_the_base_and_in_the_segment()
    {
        var result = SampleResults.Of(60);
        await _database.PublishAsync(result);
        var revenue = result.Features.Column("gross_revenue");
        var percentile = Math.Floor(100 * (revenue.Count(value => value < revenue[7]) + 0.5) / 60);

        var page = Open("c0000007");

        page.WaitForElement("[data-testid=figure-gross_revenue]");
        Assert.Equal(Format.Money(revenue[7]), page.Find("[data-testid=figure-gross_revenue] .value").TextContent);
        Assert.Equal(Format.Whole(percentile), page.FindAll("[data-testid=figure-gross_revenue] .percentile-value")[0].TextContent);
        Assert.Equal(2, page.FindAll("[data-testid=figure-gross_revenue] .percentile-value").Count);
        Assert.Equal(8, page.FindAll("[data-testid=neighbour]").Count);
        Assert.Contains("The sales of this run are no longer kept", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_likeness_to_its_segment_is_a_sentence_and_the_runs_are_listed()
    {
        await _database.PublishAsync(SampleResults.Of(60));

        var page = Open("c0000007");

        page.WaitForElement("[data-testid=why]");
        Assert.Single(page.FindAll("[data-testid=membership]"));
        Assert.Contains("Like its segment", page.Find("[data-testid=why]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scores_are_of_the_cut_points_that_the_address_brings_along_and_it_says_so()
    {
        await _database.PublishAsync(SampleResults.Of(60));

        var page = Open("c0000007?f=-4,-3,-2,-1&m=1e9,1e9,1e9,1e9");

        page.WaitForElement("[data-testid=rfm]");
        Assert.Equal(["5", "1"], page.FindAll("[data-testid=rfm] strong").Skip(1).Select(score => score.TextContent));
        Assert.Equal("cut points that were set: Frequency -4 | -3 | -2 | -1; Monetary value 1,000,000,000 | 1,000,000,000 | 1,000,000,000 | 1,000,000,000", page.Find("[data-testid=rfm-cuts]").TextContent);
        Assert.Equal("/segments/rfm?f=-4%2C-3%2C-2%2C-1&m=1e9%2C1e9%2C1e9%2C1e9", page.Find("[data-testid=rfm] a").GetAttribute("href"));
        Assert.All(page.FindAll("[data-testid=neighbour] a"), neighbour => Assert.EndsWith("?f=-4%2C-3%2C-2%2C-1&m=1e9%2C1e9%2C1e9%2C1e9", neighbour.GetAttribute("href"), StringComparison.Ordinal));

        Services.GetRequiredService<NavigationManager>().NavigateTo("/customers/c0000007");

        page.WaitForAssertion(() => Assert.Equal("cut points: fifths of the customers", page.Find("[data-testid=rfm-cuts]").TextContent));
    }

    private IRenderedComponent<StoryPage> Open(string id, InstallationGeneral? settings = null)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/customers/{id}");
        return Render<StoryPage>(page => page.AddCascadingValue(settings ?? new InstallationGeneral()));
    }
}
