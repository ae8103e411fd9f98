using Bunit;
using Insiders.Core.Application.Runs;
using Insiders.Core.Learning.Clustering;
using Insiders.Tests.Fixtures;
using Insiders.Web.Charts.Spec;
using Insiders.Web.Components.Exporting;
using Insiders.Web.Components.Recipes;
using Insiders.Web.Features.Runs;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Insiders.Tests.Web.Features.Runs;

/// <summary>Methods of a catalogue in the form, and in the run that it starts.</summary>
public sealed class MethodFormTests : UiTest
{
    private RunHouse _house = null!;

    public override async Task InitializeAsync()
    {
        _house = await RunHouse.OpenAsync(withShop: true, methods: StripesOptions.AmongOthers);
        await _house.SettingsService.SaveAsync(Actors.Ana, RunHouse.Quick, CancellationToken.None);
        Services.AddSingleton<IRunStore>(_house.Store);
        Services.AddSingleton(_house.Service);
        Services.AddSingleton(_house.SettingsService);
        Services.AddSingleton(StripesOptions.AmongOthers);
        await base.InitializeAsync();
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _house.DisposeAsync();
    }

    [Fact]
    public async Task Settings_of_the_chosen_methods_alone_are_shown()
    {
        var page = Render<NewRunPage>();
        page.WaitForElement("[data-testid=method-gaussian-mixture]");
        Assert.Empty(page.FindAll("[data-testid=method-k-means]"));

        await page.Find("[data-testid=choose-k-means]").ChangeAsync(new() { Value = true });
        await page.Find("[data-testid=choose-gaussian-mixture]").ChangeAsync(new() { Value = false });
        await page.Find("#setting-embedding").ChangeAsync(new() { Value = RecipeSettings.ScaledFeatures });

        Assert.NotNull(page.Find("#setting-clustering-k-means-starts"));
        Assert.Empty(page.FindAll("[data-testid=method-gaussian-mixture], [data-testid=method-umap], [data-testid=method-forest-leaves]"));
    }

    [Fact]
    public async Task A_toy_of_the_tests_is_in_the_form_and_makes_a_run_beside_k_means()
    {
        var page = Render<NewRunPage>();
        page.WaitForElement("[data-testid=choose-stripes]");
        Assert.Empty(page.FindAll("[data-testid=method-stripes]"));

        await page.Find("[data-testid=choose-gaussian-mixture]").ChangeAsync(new() { Value = false });
        Assert.Contains("at least one", page.Find("[data-testid=setting-clustering] .error").TextContent, StringComparison.Ordinal);
        await page.Find("[data-testid=choose-stripes]").ChangeAsync(new() { Value = true });
        await page.Find("[data-testid=choose-k-means]").ChangeAsync(new() { Value = true });
        Assert.Contains("Stripes of equal size.", page.Find("[data-testid=method-stripes]").TextContent, StringComparison.Ordinal);
        await page.Find("#setting-clustering-stripes-leftOut").ChangeAsync(new() { Value = "21" });
        Assert.Contains("0 to 20 customers", page.Find("[data-testid=setting-clustering-stripes-leftOut] .error").TextContent, StringComparison.Ordinal);
        await page.Find("#setting-clustering-stripes-leftOut").ChangeAsync(new() { Value = "3" });
        await page.Find("[data-testid=start]").ClickAsync(new());

        var run = Assert.Single(await _house.Store.ListRunsAsync(CancellationToken.None));
        await _house.StartAsync();
        await _house.WaitForAsync(run.Id, RunState.Succeeded);

        var candidates = await _house.Store.ListCandidatesAsync(run.Id, CancellationToken.None);
        Assert.Equal([KMeansOptions.Name, StripesOptions.Name], candidates.Select(candidate => candidate.Method).Distinct());
        Assert.Equal("3", candidates.First(candidate => candidate.Method == StripesOptions.Name).Parameters["leftOut"]);
        Assert.Single(candidates, candidate => candidate.IsWinner);
        var table = (await RunExports.CandidatesAsync(new ExportRequest(Services, new QueryCollection(new Dictionary<string, StringValues> { ["run"] = $"{run.Id}" })), CancellationToken.None))!;
        Assert.Equal("Method", table.Columns[0].Heading);
        var rows = await table.Rows.ToListAsync();
        Assert.Equal(candidates.Length, rows.Count);
        Assert.Contains(rows, row => (string?)row[0] == StripesOptions.Name);
        Assert.Contains(SweepColumns.Build(candidates).Series[0].Bars, bar => bar.Label.StartsWith("k-means ", StringComparison.Ordinal));
        Assert.Equal<ClustererOptions>([new StripesOptions { LeftOut = 3 }, new KMeansOptions()], (await _house.Store.FindRunAsync(run.Id, CancellationToken.None))!.Recipe.Clustering);
    }
}
