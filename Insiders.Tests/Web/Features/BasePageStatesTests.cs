using System.Reflection;
using Bunit;
using Insiders.Core.Application.Analyses;
using Insiders.Core.Application.Audiences;
using Insiders.Core.Application.Audit;
using Insiders.Core.Application.Holdouts;
using Insiders.Core.Application.Insights;
using Insiders.Core.Application.Programmes;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Application.SavedViews;
using Insiders.Core.Application.Settings;
using Insiders.Core.Ledger;
using Insiders.Core.Storage;
using Insiders.Core.Storage.Files;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Components.Audiences;
using Insiders.Web.Features.Audiences;
using Insiders.Web.Features.Customers;
using Insiders.Web.Features.CustomerStory;
using Insiders.Web.Features.Explore;
using Insiders.Web.Features.Insights;
using Insiders.Web.Features.Insights.Hypotheses;
using Insiders.Web.Features.Map;
using Insiders.Web.Features.Products;
using Insiders.Web.Features.Programmes;
using Insiders.Web.Features.Segments;
using Insiders.Web.Features.Settings;
using Insiders.Web.Features.Value;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Insiders.Tests.Web.Features;

/// <summary>Every page over the published base: loading, failed, empty and ready, each spelt out and none beside another.</summary>
public sealed class BasePageStatesTests : UiTest
{
    private static readonly string[] s_states = ["loading", "failed", "notice"];

    private readonly GatedLog<PublishedRunCache> _log = new();
    private readonly TempFolder _folder = new();
    private TempDatabase _database = null!;

    /// <summary>Pages, where they are, and what only a page that is ready has.</summary>
    public static TheoryData<Type, string, string> Pages => new()
    {
        { typeof(SegmentsPage), "/segments", "compare-table" },
        { typeof(SegmentPage), "/segments/1", "segment-name" },
        { typeof(RfmPage), "/segments/rfm", "rfm-grid" },
        { typeof(CustomersPage), "/customers", "customers" },
        { typeof(StoryPage), "/customers/c0000001", "lead" },
        { typeof(ProgrammePage), "/programme", "programme-members" },
        { typeof(AudiencesPage), "/audiences", "audiences" },
        { typeof(AudiencePage), "/audiences/1", "audience-kind" },
        { typeof(InsightsPage), "/insights", "hypotheses" },
        { typeof(ReturnsPage), "/insights/returns", "returns-sentence" },
        { typeof(TreePage), "/insights/revenue", "period-bar" },
        { typeof(CohortsPage), "/insights/cohorts", "scope" },
        { typeof(HoldoutsPage), "/value/holdouts", "no-holdouts" },
        { typeof(MapPage), "/map", "countries" },
        { typeof(ExplorePage), "/explore", "picked" },
        { typeof(ProductPage), "/product?code=22423", "product" },
        { typeof(StagesPage), "/settings/stages", "stage-form" },
    };

    public override async Task InitializeAsync()
    {
        _database = await TempDatabase.CreateAsync();
        var published = new PublishedRunCache(_database.Store, new SalesLedger(_folder.Combine("ledger")), new RunSalesFolder(_folder.Combine("sales")), _database.Settings, _log);
        var audit = new AuditLog(_database.Path);
        var settings = new SettingsStore(_database.Path);
        Services.AddSingleton(published);
        Services.AddSingleton(new SegmentLoader(published));
        var programme = new ProgrammeService(new ProgrammeStore(_database.Path), published, new AudienceStore(_database.Path), Actors.Access, TimeProvider.System);
        Services.AddSingleton(programme);
        Services.AddSingleton(new ProgrammeLoader(programme));
        var own = new OwnHypotheses(settings);
        var hypotheses = new HypothesesAnalysis(own);
        var analyses = new RunAnalysisService(new RunAnalysisStore(_database.Path), new AnalysisBroadcaster(), TimeProvider.System, NullLogger<RunAnalysisService>.Instance);
        Services.AddSingleton(new HypothesisService(own, hypotheses, analyses, published, Actors.Access, TimeProvider.System));
        Services.AddSingleton<HypothesesLoader>();
        Services.AddSingleton(new FiguresLoader(published, analyses, new LifeCycleAnalysis(), new SettingsService(settings, Actors.Access, TimeProvider.System)));
        Services.AddSingleton(new StoryLoader(_database.Store));
        Services.AddSingleton(new SavedViewService(new SavedViewStore(_database.Path), Actors.Access, TimeProvider.System));
        Services.AddSingleton<IAuditLog>(audit);
        Services.AddSingleton<IAudienceStore>(new AudienceStore(_database.Path));
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton(new HoldoutService(new HoldoutStore(_database.Path), published, programme, Actors.Access, TimeProvider.System));
        await new AudienceStore(_database.Path).AddAsync(new Audience(0, "One", "id-rui", "rui", 1, 1, SavedRuns.Noon), ["c0000001"], new AuditEntry(0, SavedRuns.Noon, "rui", "audience.saved", "One"), SavedRuns.Noon, CancellationToken.None);
        Services.AddSingleton<AudienceService>();
        Services.AddSingleton<AudienceFilter>();
        Services.AddSingleton(new SettingsService(settings, Actors.Access, TimeProvider.System));
        SignIn(Actors.Rui);
        await base.InitializeAsync();
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        _log.Dispose();
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public void Every_page_that_asks_for_the_base_is_listed_here()
    {
        var listed = Pages.Select(page => (Type)page[0]);
        var asking = typeof(SegmentsPage).Assembly.GetTypes().Where(type => type.GetCustomAttributes<RouteAttribute>().Any() && type.GetProperties(BindingFlags.Instance | BindingFlags.NonPublic)
            .Any(property => property.GetCustomAttribute<InjectAttribute>() is not null && (property.PropertyType == typeof(PublishedRunCache) || property.PropertyType == typeof(SegmentLoader) || property.PropertyType == typeof(ProgrammeLoader) || property.PropertyType == typeof(HypothesesLoader) || property.PropertyType == typeof(FiguresLoader))));

        Assert.Equal(asking.Select(type => type.Name).Order(), listed.Select(type => type.Name).Order());
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task It_says_that_it_loads_until_it_is_ready(Type type, string address, string ready)
    {
        await _database.PublishAsync(SampleResults.Of(60));
        _log.Close();
        var page = Open(type, address);
        OnlyState(page, "loading");
        Assert.Empty(page.FindAll($"[data-testid={ready}]"));

        _log.Open();

        // A page may still have a notice of its own, such as that the sales behind it are gone.
        page.WaitForElement($"[data-testid={ready}]");
        Assert.Empty(page.FindAll("[data-testid=loading], [data-testid=failed]"));
    }

    [Theory, MemberData(nameof(Pages))]
    public void Without_a_published_run_it_says_what_to_do(Type type, string address, string ready)
    {
        var page = Open(type, address);

        Assert.Contains("No run has been published yet", page.WaitForElement("[data-testid=notice]").TextContent, StringComparison.Ordinal);
        OnlyState(page, "notice");
        Assert.Empty(page.FindAll($"[data-testid={ready}]"));
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task What_cannot_be_read_is_a_sentence_with_a_next_step(Type type, string address, string ready)
    {
        await _database.PublishAsync(SampleResults.Of(60));
        _database.Store.ReleaseFile();
        await File.WriteAllTextAsync(_database.Path, "this is no database, and it is long enough for SQLite to find out: " + new string('x', 4096));

        var page = Open(type, address);

        Assert.Contains("Reload the page", page.WaitForElement("[data-testid=failed]").TextContent, StringComparison.Ordinal);
        OnlyState(page, "failed");
        Assert.Empty(page.FindAll($"[data-testid={ready}]"));
    }

    private IRenderedComponent<IComponent> Open(Type type, string address)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render(builder =>
        {
            builder.OpenComponent(0, type);
            if (type == typeof(AudiencePage))
            {
                builder.AddComponentParameter(1, nameof(AudiencePage.Id), 1L);
            }

            if (type == typeof(SegmentPage))
            {
                builder.AddComponentParameter(1, nameof(SegmentPage.Id), 1L);
            }

            builder.CloseComponent();
        });
    }

    private static void OnlyState(IRenderedComponent<IComponent> page, string expected)
        => Assert.Equal([expected], s_states.Where(state => page.FindAll($"[data-testid={state}]").Count > 0));
}
