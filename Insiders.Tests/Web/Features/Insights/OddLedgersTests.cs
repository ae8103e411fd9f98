using System.Globalization;
using Bunit;
using Insiders.Core.Application.Analyses;
using Insiders.Core.Application.Insights;
using Insiders.Core.Pipeline;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Features.Insights;
using Insiders.Web.Features.Insights.Hypotheses;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Insiders.Tests.Web.Features.Insights;

/// <summary>Shops about which little can be said: every page says what it can, and why it cannot say more.</summary>
public sealed class OddLedgersTests : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    private static readonly (Type Type, string Address)[] s_pages = [(typeof(InsightsPage), "/insights"), (typeof(ReturnsPage), "/insights/returns"), (typeof(TreePage), "/insights/revenue"), (typeof(CohortsPage), "/insights/cohorts")];

    public static TheoryData<string> Ledgers => ["two months", "five customers", "no returns", "one country", "all in December", "everybody monthly"];

    [Theory, MemberData(nameof(Ledgers))]
    public async Task Every_page_has_words_and_no_figure_that_is_none(string ledger)
    {
        await using var house = await RunHouse.OpenAsync();
        await using var pages = await PublishedAsync(house, ledger);
        foreach (var culture in (string[])["en", "pt-BR"])
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            foreach (var (type, address) in s_pages)
            {
                var page = pages.Open(type, address);
                page.WaitForState(() => page.FindAll("[data-testid=loading]").Count == 0);
                page.WaitForState(() => type != typeof(InsightsPage) || page.FindAll("[data-testid=hypotheses]").Count > 0);
                Assert.Empty(page.FindAll("[data-testid=failed]"));
                Assert.DoesNotContain("NaN", page.Markup, StringComparison.Ordinal);
                Assert.DoesNotContain("∞", page.Markup, StringComparison.Ordinal);
                Assert.All(page.FindAll("[data-testid=chart-empty]"), empty => Assert.NotEqual("", empty.TextContent.Trim()));
                Assert.All(page.FindAll("table"), table => Assert.NotEmpty(table.QuerySelectorAll("tbody tr")));
                Assert.All(page.FindAll("[data-testid$=sentence]"), sentence => Assert.NotEqual("", sentence.TextContent.Trim()));
            }
        }
    }

    [Fact]
    public async Task A_shop_of_five_says_that_chance_could_make_any_difference()
    {
        await using var house = await RunHouse.OpenAsync();
        await using var pages = await PublishedAsync(house, "five customers");

        var page = pages.Open(typeof(InsightsPage), "/insights");

        Assert.Contains("fewer than 10 customers", page.WaitForElement("[data-testid=hypothesis-revenue-mean] [data-testid=sentence]").TextContent, StringComparison.Ordinal);
        Assert.Equal("Cannot be said", page.Find("[data-testid=hypothesis-revenue-mean] [data-testid=verdict]").TextContent);
    }

    [Fact]
    public async Task A_shop_without_returns_says_so_and_shows_no_table_of_them()
    {
        await using var house = await RunHouse.OpenAsync();
        await using var pages = await PublishedAsync(house, "no returns");

        var page = pages.Open(typeof(ReturnsPage), "/insights/returns");

        Assert.Contains("or the sales record no returns", page.WaitForElement("[data-testid=returns-sentence]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("table"));
    }

    [Fact]
    public async Task A_shop_of_one_month_compares_nothing_and_says_why()
    {
        await using var house = await RunHouse.OpenAsync();
        await using var pages = await PublishedAsync(house, "all in December");

        var page = pages.Open(typeof(TreePage), "/insights/revenue?period=2017-12");
        Assert.NotEqual("", page.WaitForElement("[data-testid=notice] p").TextContent.Trim());

        Assert.Contains("cannot be said", pages.Open(typeof(CohortsPage), "/insights/cohorts").WaitForElement("[data-testid=cohorts-sentence]").TextContent, StringComparison.Ordinal);
    }

    public void Dispose() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = _before;

    private static IEnumerable<SaleRow> RowsOf(string ledger) => ledger switch
    {
        "two months" => InventedShops.All["everybody monthly"].Where(row => row.SoldAt >= new DateTime(2017, 11, 1)).Concat([InventedShops.All["everybody monthly"][^1] with { Invoice = "C1", Quantity = -1 }]),
        "five customers" => InventedShops.All["everybody monthly"].Where(row => string.CompareOrdinal(row.Customer, "10005") <= 0),
        "no returns" => InventedShops.All["mostly one purchase each"],
        "one country" => InventedShops.All["half of them stopped three periods ago"].Select(row => row with { Country = "Portugal" }),
        _ => InventedShops.All[ledger],
    };

    private static async Task<OpenedPages> PublishedAsync(RunHouse house, string ledger)
    {
        await house.ImportRowsAsync(RowsOf(ledger));
        await house.PublishAsync(3, Recipe.Shop);
        var pages = new OpenedPages(house);
        await pages.InitializeAsync();
        return pages;
    }

    /// <summary>The pages over a published run.</summary>
    private sealed class OpenedPages : UiTest
    {
        public OpenedPages(RunHouse house)
        {
            var own = new OwnHypotheses(house.Settings);
            var hypotheses = new HypothesesAnalysis(own);
            var analyses = new RunAnalysisService(new RunAnalysisStore(house.Folder.Database), new AnalysisBroadcaster(), TimeProvider.System, NullLogger<RunAnalysisService>.Instance);
            var published = house.Published();
            Services.AddSingleton(published);
            Services.AddSingleton(new HypothesisService(own, hypotheses, analyses, published, Actors.Access, TimeProvider.System));
            Services.AddSingleton<HypothesesLoader>();
            Services.AddSingleton(new FiguresLoader(published, analyses, new LifeCycleAnalysis(), house.SettingsService));
        }

        public IRenderedComponent<IComponent> Open(Type type, string address)
        {
            Services.GetRequiredService<NavigationManager>().NavigateTo(address);
            return Render(builder =>
            {
                builder.OpenComponent(0, type);
                builder.CloseComponent();
            });
        }
    }
}
