using System.Globalization;
using Bunit;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Application.Runs;
using Insiders.Core.Import;
using Insiders.Core.Learning.Forests;
using Insiders.Core.Pipeline;
using Insiders.Core.Problems;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Features.Runs;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MudBlazor;

namespace Insiders.Tests.Web.Features.Runs;

public sealed class RunPagesTests : UiTest
{
    private RunHouse _house = null!;

    public override async Task InitializeAsync()
    {
        _house = await RunHouse.OpenAsync();
        Services.AddSingleton<IRunStore>(_house.Store);
        Services.AddSingleton(_house.Ledger);
        Services.AddSingleton(_house.Broadcaster);
        Services.AddSingleton(new PublishedRunCache(_house.Store, _house.Ledger, _house.Sales, _house.SettingsService, NullLogger<PublishedRunCache>.Instance));
        Services.AddSingleton<IRunLog>(_house.RunLog);
        Services.AddSingleton(_house.Service);
        Services.AddSingleton(_house.SettingsService);
        await base.InitializeAsync();
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _house.DisposeAsync();
    }

    [Fact]
    public void Without_runs_the_list_says_what_to_do()
    {
        var page = Render<RunsPage>();

        page.WaitForAssertion(() => Assert.Contains("Start the first run", page.Find("[data-testid=notice]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_list_shows_state_scores_and_the_published_mark()
    {
        var done = await _house.Store.SaveAsync(SampleResults.Of(40));
        await _house.Store.PublishAsync(done, "ana", SavedRuns.Noon, CancellationToken.None);
        await _house.Store.StartAsync();

        var page = Render<RunsPage>();

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("[data-testid=run]").Count));
        Assert.Equal(["Running", "Done"], page.FindAll("[data-testid=state]").Select(state => state.TextContent));
        Assert.Single(page.FindAll("[data-testid=published]"));
        Assert.Contains("8 s", page.FindAll("[data-testid=run]")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_says_first_what_its_ledger_left_out_for_the_dates()
    {
        await ImportAsync("first.csv", "");
        var before = await _house.Store.SaveAsync(SampleResults.Of(40), _house.Ledger.Fingerprint().ToString());
        await ImportAsync("second.csv", "9,A,lamp,3,2044-01-01,2.50,C9,France\n");
        var after = await _house.Store.SaveAsync(SampleResults.Of(40), _house.Ledger.Fingerprint().ToString());
        var unknown = await _house.Store.SaveAsync(SampleResults.Of(40), "ledger that has gone since");
        await ImportAsync("third.csv", "9,A,lamp,1,2044-01-01,10,C9,France\n");

        Assert.Empty(Page(before).FindAll("[data-testid=stray-dates]"));
        Assert.Contains("Rows left out for their dates: 1, worth 7.50", Page(after).Find("[data-testid=stray-dates]").TextContent.Replace("£", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Empty(Page(unknown).FindAll("[data-testid=stray-dates]"));

        IRenderedComponent<RunPage> Page(long id)
        {
            var page = Render<RunPage>(parameters => parameters.Add(run => run.Id, id));
            page.WaitForElement("#customers, [data-testid=timings]");
            return page;
        }

        async Task ImportAsync(string name, string more)
        {
            using var folder = new TempFolder();
            var rows = Enumerable.Range(0, 30).Select(day => string.Create(CultureInfo.InvariantCulture, $"{day},A,{name},1,{new DateOnly(2017, 1, 1).AddDays(day):yyyy-MM-dd},2.50,C1,France\n"));
            await _house.Ledger.ImportAsync(folder.Write(name, ReadSale.Header + string.Concat(rows) + more), ImportOptions.Default, new DateTimeOffset(2018, 1, 15, 12, 0, 0, TimeSpan.Zero), null, CancellationToken.None);
        }
    }

    [Fact]
    public async Task A_running_run_shows_its_stages_live_and_can_be_cancelled()
    {
        var id = await _house.Store.StartAsync();
        var page = Render<RunPage>(parameters => parameters.Add(run => run.Id, id));

        _house.Broadcaster.Post(new RunStatus.Running(id, new RunProgress(SegmentationStage.Forest, 0.5, 0.23, TimeSpan.FromSeconds(7))));
        page.WaitForAssertion(() =>
        {
            Assert.Contains("about 7 s left", page.Find("[data-testid=percent]").TextContent, StringComparison.Ordinal);
            Assert.Contains("Growing the forest", page.Find("[data-testid=stages] .now").TextContent, StringComparison.Ordinal);
        });

        await page.Find("[data-testid=cancel]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal("Cancelled", page.Find("[data-testid=state]").TextContent));
        Assert.NotNull(page.Find("[data-testid=again]"));
        Assert.Contains("Cancelled by", page.Find("[data-testid=log]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finished_run_shows_its_tables_and_can_be_published()
    {
        var result = SampleResults.Of(40);
        var id = await _house.Store.SaveAsync(result);

        var page = Render<RunPage>(parameters => parameters.Add(run => run.Id, id));

        page.WaitForAssertion(() => Assert.Equal(result.Segments.Length, page.FindAll("[data-testid=segment-table] tbody tr").Count));
        Assert.Equal(result.ClusterProfiles.Length, page.FindAll("[data-testid=cluster-table] tbody tr").Count);
        Assert.NotEmpty(page.FindAll("[data-testid=waterfall] tbody tr"));
        var dialogs = Render<MudDialogProvider>();
        await page.Find("[data-testid=publish]").ClickAsync(new());
        dialogs.WaitForAssertion(() => Assert.Contains("Nothing is published yet", dialogs.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-testid=published]"));
        await dialogs.Find("[data-testid=publish-confirm]").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Single(page.FindAll("[data-testid=published]")));
    }

    [Fact]
    public async Task Publishing_shows_what_changes_and_is_taken_back_by_no()
    {
        var before = SampleResults.Of(40);
        await _house.Store.PublishAsync(await _house.Store.SaveAsync(before), "ana", SavedRuns.Noon, CancellationToken.None);
        var next = SampleResults.Of(44, seed: 2);
        var id = await _house.Store.SaveAsync(next with { Segments = [.. next.Segments.Select(segment => segment.Position == 0 ? segment with { Name = new("gold", "Gold", "Ouro") } : segment)] });
        var dialogs = Render<MudDialogProvider>();
        var page = Render<RunPage>(parameters => parameters.Add(run => run.Id, id));

        await page.WaitForElement("[data-testid=publish]").ClickAsync(new());

        dialogs.WaitForAssertion(() => Assert.Contains($"Gold ({next.Segments[0].Profile.Customers} customers)", dialogs.Find("[data-testid=gained]").TextContent, StringComparison.Ordinal));
        Assert.Contains(before.Segments[0].Name.English, dialogs.Find("[data-testid=lost]").TextContent, StringComparison.Ordinal);
        Assert.Equal("44 (before: 40)", dialogs.Find("[data-testid=customers-change]").TextContent);
        Assert.EndsWith("of the 40 who are in both", dialogs.Find("[data-testid=moved]").TextContent, StringComparison.Ordinal);
        Assert.Empty(dialogs.FindAll("[data-testid=publish-ledger]"));

        await dialogs.Find("[data-testid=publish-not]").ClickAsync(new());
        dialogs.WaitForAssertion(() => Assert.Empty(dialogs.FindAll("[data-testid=gained]")));
        Assert.NotEqual(id, (await _house.Store.FindPublishedAsync(CancellationToken.None))!.Run.Id);
        Assert.Equal(0, _house.Broadcaster.Publications.Current.Number);
    }

    [Fact]
    public async Task A_winner_on_the_edge_is_told_and_leads_to_a_form_with_a_wider_range()
    {
        var result = SampleResults.Of(60);
        var candidates = result.Candidates;
        var id = await _house.Store.SaveAsync(result with { BestClusterCount = candidates[^1].ClusterCount });

        var page = Render<RunPage>(parameters => parameters.Add(run => run.Id, id));

        var address = page.WaitForElement("[data-testid=widen]").GetAttribute("href")!;
        Assert.StartsWith($"/runs/new?from={id}&min={candidates[0].ClusterCount}&max=", address, StringComparison.Ordinal);
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        var form = Render<NewRunPage>();
        form.WaitForAssertion(() => Assert.Contains($"settings of run {id}", form.Find("[data-testid=notice]").TextContent, StringComparison.Ordinal));
        Assert.Equal(address.Split("max=")[1], form.Find("#setting-sweep-maximum").GetAttribute("value"));
    }

    [Fact]
    public async Task A_failed_run_says_why_in_the_reader_s_language_and_so_does_its_log()
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("pt-BR");
        try
        {
            var id = await _house.Store.StartAsync();
            var problem = Problem.Of(ProblemCode.TooFewCustomers, 2, 3, 1);
            await _house.Store.FailRunAsync(id, problem, SavedRuns.Noon, CancellationToken.None);
            _house.RunLog.Add(id, RunEvent.Failed, problem.ToText());

            var page = Render<RunPage>(parameters => parameters.Add(run => run.Id, id));

            const string Said = "Sobraram poucos clientes para 2 grupos, o mínimo a testar: são necessários pelo menos 3, e há 1.";
            page.WaitForAssertion(() => Assert.Contains(Said, page.Find("[data-testid=failed]").TextContent, StringComparison.Ordinal));
            Assert.Contains("Falhou: " + Said, page.Find("[data-testid=log]").TextContent, StringComparison.Ordinal);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    [Fact]
    public void A_run_that_does_not_exist_is_told_in_words()
    {
        var page = Render<RunPage>(parameters => parameters.Add(run => run.Id, 99L));

        page.WaitForAssertion(() => Assert.Contains("There is no such run", page.Find("[data-testid=notice]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_interrupted_run_is_started_again_with_the_same_recipe()
    {
        var id = await _house.Store.StartAsync(Recipe.Study with { Seed = 99 });
        await _house.Store.MarkInterruptedAsync(SavedRuns.Noon, CancellationToken.None);
        var page = Render<RunPage>(parameters => parameters.Add(run => run.Id, id));
        page.WaitForElement("[data-testid=again]");

        await page.Find("[data-testid=again]").ClickAsync(new());

        var runs = await _house.Store.ListRunsAsync(CancellationToken.None);
        Assert.Equal([99UL, 99UL], runs.Select(run => run.Seed));
    }

    [Fact]
    public async Task The_form_refuses_by_setting_and_starts_what_is_right()
    {
        var page = Render<NewRunPage>();
        page.WaitForElement("#setting-embedding-forest-leaves-trees");

        await page.Find("#setting-embedding-forest-leaves-trees").ChangeAsync(new() { Value = "0" });
        Assert.Contains("1 to 10,000", page.Find("[data-testid=setting-embedding-forest-leaves-trees] .error").TextContent, StringComparison.Ordinal);
        Assert.True(page.Find("[data-testid=start]").HasAttribute("disabled"));

        await page.Find("#setting-embedding-forest-leaves-trees").ChangeAsync(new() { Value = "120" });
        await page.Find("[data-testid=start]").ClickAsync(new());

        var run = Assert.Single(await _house.Store.ListRunsAsync(CancellationToken.None));
        Assert.Equal(120, (await _house.Store.FindRunAsync(run.Id, CancellationToken.None))!.Recipe.Embedding.OfType<ForestOptions>().Single().Trees);
    }

    [Fact]
    public async Task A_pasted_recipe_fills_the_form_and_a_misspelt_one_is_refused_by_name()
    {
        var page = Render<NewRunPage>();
        page.WaitForElement("[data-testid=json]");

        await page.Find("[data-testid=json]").ChangeAsync(new() { Value = "{ \"forrest\": {} }" });
        await page.Find("[data-testid=load-json]").ClickAsync(new());
        Assert.Contains("'forrest'", page.Find("[data-testid=json-refused]").TextContent, StringComparison.Ordinal);

        await page.Find("[data-testid=json]").ChangeAsync(new() { Value = "{ \"seed\": 5 }" });
        await page.Find("[data-testid=load-json]").ClickAsync(new());
        Assert.Equal("5", page.Find("#setting-seed").GetAttribute("value"));
        Assert.Empty(page.FindAll("[data-testid=json-refused]"));
    }

    [Fact]
    public async Task Leaving_the_pages_leaves_no_listener()
    {
        Render<RunsPage>();
        Render<RunPage>(parameters => parameters.Add(run => run.Id, 1L));
        SpinWait.SpinUntil(() => _house.Broadcaster.Watchers == 2, TimeSpan.FromSeconds(10));

        await DisposeComponentsAsync();

        Assert.True(SpinWait.SpinUntil(() => _house.Broadcaster.Watchers == 0, TimeSpan.FromSeconds(10)));
    }
}
