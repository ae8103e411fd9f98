using System.Globalization;
using System.Security.Claims;
using System.Text;
using Bunit;
using Insiders.Core.Application.Audiences;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Application.Settings;
using Insiders.Core.Segments;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Account;
using Insiders.Web.Components;
using Insiders.Web.Components.Search;
using Insiders.Web.Features.Products;
using Insiders.Web.Shell.Search;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace Insiders.Tests.Web.Shell.Search;

public sealed class SearchTests : UiTest
{
    private static readonly ClaimsPrincipal s_viewer = new(new ClaimsIdentity([new Claim(ClaimTypes.Role, Roles.Viewer)], "test"));

    private TempDatabase _database = null!;
    private SettingsService _settings = null!;
    private AudienceService _audiences = null!;
    private SearchQuery _query = null!;
    private PublishedRunRow _published = null!;

    public override async Task InitializeAsync()
    {
        _database = await TempDatabase.CreateAsync();
        await _database.Store.PublishAsync(await _database.Store.SaveAsync(SampleResults.Of(60)), "ana", SavedRuns.Noon, CancellationToken.None);
        _published = (await _database.Store.FindPublishedAsync(CancellationToken.None))!;
        _settings = new SettingsService(new SettingsStore(_database.Path), Actors.Access, TimeProvider.System);
        _audiences = new AudienceService(new AudienceStore(_database.Path), Actors.Access, TimeProvider.System);
        _query = new SearchQuery(_database.Published(), new ServiceCollection().AddSingleton(_settings).AddSingleton(_audiences).BuildServiceProvider());
        Services.AddSingleton(_query);
        await base.InitializeAsync();
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_customer_is_found_by_number_and_the_exact_one_comes_first()
    {
        var hits = await _query.FindAsync(" c0000059 ", s_viewer, CancellationToken.None);

        var hit = Assert.Single(hits);
        Assert.Equal((SearchKind.Customer, "c0000059", "/customers/c0000059"), (hit.Kind, hit.Title, hit.Address));
        Assert.StartsWith("Ireland · ", hit.Detail, StringComparison.Ordinal); // 59 is no multiple of 3
        Assert.Equal(8, (await _query.FindAsync("c00000", s_viewer, CancellationToken.None)).Length);
    }

    [Fact]
    public async Task Customers_are_found_by_country_segments_by_name_and_pages_by_role()
    {
        var segment = _published.Segments[0];

        Assert.Equal([SearchKind.Country, SearchKind.Customer], (await _query.FindAsync("portugal", s_viewer, CancellationToken.None)).Select(hit => hit.Kind).Distinct());
        Assert.Contains(
            await _query.FindAsync(segment.Segment.Name.English.ToUpperInvariant(), s_viewer, CancellationToken.None),
            hit => hit.Kind == SearchKind.Segment && hit.Address == $"/segments/{segment.SegmentId}");
        Assert.Contains(await _query.FindAsync("glóss", s_viewer, CancellationToken.None), hit => hit.Address == "/glossary");
        Assert.DoesNotContain(await _query.FindAsync("", s_viewer, CancellationToken.None), hit => hit.Address == "/settings");
    }

    [Theory]
    [InlineData("en", "eire", "Ireland")]
    [InlineData("en", "Irlanda", "Ireland")]
    [InlineData("pt-BR", "ireland", "Irlanda")]
    public async Task A_country_is_found_by_the_ledger_s_word_and_by_its_name_in_either_language(string language, string text, string title)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

        var hits = await _query.FindAsync(text, s_viewer, CancellationToken.None);

        var country = Assert.Single(hits, hit => hit.Kind == SearchKind.Country);
        Assert.Equal((title, "/map?place=EIRE"), (country.Title, country.Address));
        Assert.Contains("40", country.Detail, StringComparison.Ordinal);
        Assert.Equal(8, hits.Count(hit => hit.Kind == SearchKind.Customer));
    }

    [Fact]
    public async Task Settings_are_found_by_administrators_alone_and_words_by_everybody()
    {
        var admin = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, Roles.Admin)], "test"));

        var found = await _query.FindAsync("schedule", admin, CancellationToken.None);
        Assert.Contains(found, hit => hit is { Kind: SearchKind.Setting, Address: "/settings/schedule" });
        Assert.DoesNotContain(await _query.FindAsync("schedule", s_viewer, CancellationToken.None), hit => hit.Address.StartsWith("/settings", StringComparison.Ordinal));
        Assert.Contains(await _query.FindAsync("silhouette", s_viewer, CancellationToken.None), hit => hit is { Kind: SearchKind.Term, Address: "/glossary#silhouette" });
        var people = await _query.FindAsync("people", admin, CancellationToken.None);
        Assert.Equal(people.Length, people.Select(hit => hit.Address).Distinct().Count()); // a page and a group of settings: one place
    }

    [Fact]
    public async Task An_audience_is_found_by_those_who_may_see_it()
    {
        var (ana, ben) = (Named("ana", Roles.Analyst), Named("ben", Roles.Viewer));
        var customers = (await _database.Published().FindAsync(CancellationToken.None))!.Customers;
        var audience = (await _audiences.SaveAsync(ana.ToActor(), "Spring guests", customers, [0, 1, 2], 1, CancellationToken.None)).Value;

        var hit = Assert.Single(await _query.FindAsync("spring", ana, CancellationToken.None));
        Assert.Equal((SearchKind.Audience, "Spring guests", "3 customers", $"/audiences/{audience.Id}"), (hit.Kind, hit.Title, hit.Detail, hit.Address));
        Assert.Empty(await _query.FindAsync("spring", ben, CancellationToken.None));
        await _audiences.ShareAsync(ana.ToActor(), audience.Id, isShared: true, CancellationToken.None);
        Assert.Single(await _query.FindAsync("spring", ben, CancellationToken.None));
    }

    [Fact]
    public async Task A_product_is_found_by_its_code_first_and_by_words_in_any_order()
    {
        var index = new ProductIndex([new("22423", "REGENCY CAKESTAND 3 TIER", 900, 9, 9), new("85123A", "Café set, white", 500, 5, 5), new("2242", "CAKE TINS", 100, 1, 1)]);

        Assert.Equal(["2242", "22423"], index.Find("2242", 5).Select(product => product.StockCode)); // 22423 first if only revenue counted
        Assert.Equal(["22423"], index.Find("tier cakestand", 5).Select(product => product.StockCode));
        Assert.Equal(["85123A"], index.Find("CAFE white", 5).Select(product => product.StockCode));
        Assert.Equal(["22423"], index.Find("cake", 1).Select(product => product.StockCode));
        Assert.Empty(index.Find("\u0301", 5));
        Assert.DoesNotContain(await _query.FindAsync("cake", s_viewer, CancellationToken.None), hit => hit.Kind == SearchKind.Product); // no sales are kept here
    }

    [Fact]
    public async Task An_invented_name_is_found_without_its_accents_once_names_are_switched_on()
    {
        var id = Enumerable.Range(0, 60).Select(i => string.Create(CultureInfo.InvariantCulture, $"c{i:0000000}")).First(id => !Ascii.IsValid(CustomerNames.Of(id)));
        var name = CustomerNames.Of(id);
        var typed = string.Concat(name.ToUpperInvariant().Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark));

        Assert.True(Ascii.IsValid(typed));
        Assert.Empty(await _query.FindAsync(typed, s_viewer, CancellationToken.None));
        await _settings.SaveAsync(Actors.Ana, new InstallationGeneral { InventedNames = true }, CancellationToken.None);

        var hit = Assert.Single(await _query.FindAsync(typed, s_viewer, CancellationToken.None));
        Assert.Equal(($"{name} (invented name) · {id}", $"/customers/{id}"), (hit.Title, hit.Address));
    }

    [Theory]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("%")]
    [InlineData("' OR 1=1 --")]
    public async Task A_hostile_text_finds_nothing(string text) => Assert.Empty(await _query.FindAsync(text, s_viewer, CancellationToken.None));

    [Fact]
    public async Task A_text_of_any_length_is_looked_at_in_part()
        => Assert.Empty(await _query.FindAsync(new string('9', 1_000_000), s_viewer, CancellationToken.None));

    [Fact]
    public void Arrows_choose_and_enter_goes()
    {
        var gone = 0;
        var dialog = Dialog(() => gone++);
        dialog.Find("input").Input("c00000");
        dialog.WaitForAssertion(() => Assert.Equal(8, dialog.FindAll("[data-testid=hit][href^='/customers/c00000']").Count)); // the pages of an empty search are 8 as well

        dialog.Find("input").KeyDown("ArrowDown");
        dialog.Find("input").KeyDown("ArrowDown");
        dialog.Find("input").KeyDown("ArrowUp");
        var chosen = dialog.Find("[aria-selected=true]");
        Assert.Equal(("hit-1", "hit-1"), (chosen.Id!, dialog.Find("input").GetAttribute("aria-activedescendant")!));
        var address = chosen.GetAttribute("href")!;
        dialog.Find("input").KeyDown("Enter");

        dialog.WaitForAssertion(() => Assert.EndsWith(address, Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
        Assert.Equal(1, gone);
    }

    [Fact]
    public void Nothing_found_says_what_to_try_and_shows_no_markup()
    {
        var dialog = Dialog(() => { });

        dialog.Find("input").Input("<img src=x onerror=alert(1)>");

        dialog.WaitForAssertion(() => Assert.Contains("Try a customer's number", dialog.Find("[role=status]").TextContent, StringComparison.Ordinal));
        Assert.Empty(dialog.FindAll("img"));
        dialog.Find("input").KeyDown("Enter");
    }

    private static ClaimsPrincipal Named(string name, string role) => new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, $"id-{name}"), new Claim(ClaimTypes.Name, name), new Claim(ClaimTypes.Role, role)], "test"));

    private IRenderedComponent<SearchDialog> Dialog(Action gone) => Render<SearchDialog>(dialog => dialog
        .Add(d => d.Gone, gone)
        .AddCascadingValue(Task.FromResult(new AuthenticationState(s_viewer))));
}
