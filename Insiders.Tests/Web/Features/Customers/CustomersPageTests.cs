using Bunit;
using Insiders.Core.Application.Audiences;
using Insiders.Core.Application.Audit;
using Insiders.Core.Application.Programmes;
using Insiders.Core.Application.SavedViews;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Sales;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Components.Audiences;
using Insiders.Web.Components.CustomerLists;
using Insiders.Web.Features.Customers;
using Insiders.Web.Localization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Insiders.Tests.Web.Features.Customers;

public sealed class CustomersPageTests : UiTest
{
    private TempDatabase _database = null!;

    public override async Task InitializeAsync()
    {
        _database = await TempDatabase.CreateAsync();
        Services.AddSingleton(_database.Published());
        Services.AddSingleton(new SavedViewService(new SavedViewStore(_database.Path), Actors.Access, TimeProvider.System));
        Services.AddSingleton<IAudienceStore>(new AudienceStore(_database.Path));
        Services.AddSingleton<IAuditLog>(new AuditLog(_database.Path));
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton<AudienceService>();
        Services.AddSingleton<IProgrammeStore>(new ProgrammeStore(_database.Path));
        Services.AddSingleton<ProgrammeService>();
        Services.AddSingleton<AudienceFilter>();
        SignIn(Actors.Rui);
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
        var page = Render<CustomersPage>();

        page.WaitForAssertion(() => Assert.Contains("No run has been published yet", page.Find("[data-testid=notice]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void A_store_that_cannot_be_read_is_told_in_words()
    {
        _database.Store.ReleaseFile();
        File.WriteAllText(_database.Path, "this is no database, and it is long enough for SQLite to find out: " + new string('x', 4096));

        var page = Render<CustomersPage>();

        page.WaitForAssertion(() => Assert.Contains("This page could not be read", page.Find("[data-testid=failed]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void A_store_that_cannot_be_read_any_more_is_told_after_a_change_of_address()
    {
        var navigation = Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo("/customers");
        var page = Render<CustomersPage>();
        page.WaitForElement("[data-testid=notice]");
        _database.Store.ReleaseFile();
        File.WriteAllText(_database.Path, "this is no database, and it is long enough for SQLite to find out: " + new string('x', 4096));

        navigation.NavigateTo("/customers?q=c1");

        page.WaitForAssertion(() => Assert.Contains("This page could not be read", page.Find("[data-testid=failed]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_list_shows_the_best_customers_first_and_totals_that_follow_their_column()
    {
        var result = SampleResults.Of(60);
        await _database.PublishAsync(result);
        var revenue = result.Features.Column("gross_revenue");
        var best = Enumerable.Range(0, 60).MaxBy(row => revenue[row]);

        var page = Render<CustomersPage>();

        page.WaitForElement("[data-testid=customer]");
        Assert.Equal(50, page.FindAll("[data-testid=customer]").Count);
        Assert.Equal(result.Features.CustomerIds[best], page.Find("[data-testid=customer] th").TextContent.Trim());
        var totals = page.FindAll("[data-testid=totals] td").Select(cell => cell.TextContent).ToList();
        Assert.Contains($"Σ {Format.Money(revenue.Sum())}", totals);
        Assert.Contains($"⌀ {CellText.Of("recency_days", result.Features.Column("recency_days").Average())}", totals); // Σ if recencies were added up
        Assert.Equal("descending", page.Find("th:has([data-testid=sort-gross_revenue])").GetAttribute("aria-sort"));
    }

    [Fact]
    public async Task A_new_address_is_a_new_list()
    {
        await _database.PublishAsync(SampleResults.Of(60));
        var page = Render<CustomersPage>();
        page.WaitForElement("[data-testid=customer]");

        var navigation = Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo("/customers?country=Portugal&sort=customer_id&size=25");

        page.WaitForAssertion(() =>
        {
            Assert.Equal("20 of 60 customers", page.Find("[data-testid=count]").TextContent);
            Assert.Equal(20, page.FindAll("[data-testid=customer]").Count);
            Assert.Equal("c0000000", page.Find("[data-testid=customer] th").TextContent.Trim());
        });
        Assert.Single(page.FindAll("[data-testid=chip]"));
    }

    [Fact]
    public async Task The_list_can_be_narrowed_to_the_members_of_the_programme_and_follows_its_reviews()
    {
        await _database.PublishAsync(SampleResults.Of(60));
        var programme = Services.GetRequiredService<ProgrammeService>();
        var run = (await _database.Published().FindAsync(CancellationToken.None))!;
        var members = await programme.FindMembersAsync(run, CancellationToken.None);
        var navigation = Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo("/customers?audience=members&size=25");
        var page = Render<CustomersPage>();

        page.WaitForAssertion(() => Assert.Equal($"{members.Rows.Length} of 60 customers", page.Find("[data-testid=count]").TextContent));
        Assert.Contains(Texts.FilterMembers, page.Find("[data-testid=chip]").TextContent, StringComparison.Ordinal);

        // The list of a review is not the list of the next one, though its address is the same.
        await programme.DecideAsync(Actors.Ben, run.Customers.Ids[members.Rows[0]], null, "left us", null, CancellationToken.None);
        navigation.NavigateTo("/customers?audience=members&size=10");
        page.WaitForAssertion(() => Assert.Equal($"{members.Rows.Length - 1} of 60 customers", page.Find("[data-testid=count]").TextContent));
    }

    [Fact]
    public async Task A_tick_at_a_segment_goes_to_its_address_and_leaves_the_counts_of_the_others()
    {
        await _database.PublishAsync(SampleResults.Of(60));
        var page = Render<CustomersPage>();
        var first = page.WaitForElement("[data-testid=segments] input");
        var counts = page.FindAll("[data-testid=segments] .facet-count").Select(count => count.TextContent).ToList();

        await first.ChangeAsync(new ChangeEventArgs { Value = true });

        page.WaitForAssertion(() => Assert.Contains("of 60 customers", page.Find("[data-testid=count]").TextContent, StringComparison.Ordinal));
        Assert.Contains("segment=", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Equal(counts, page.FindAll("[data-testid=segments] .facet-count").Select(count => count.TextContent));
    }

    [Fact]
    public async Task A_range_is_added_to_the_address_and_nonsense_is_refused()
    {
        await _database.PublishAsync(SampleResults.Of(60));
        var page = Render<CustomersPage>();
        page.WaitForElement("[data-testid=range-add]");

        await page.Find("[data-testid=range-from]").ChangeAsync(new ChangeEventArgs { Value = "9" });
        await page.Find("[data-testid=range-to]").ChangeAsync(new ChangeEventArgs { Value = "1" });
        await page.Find("[data-testid=range-add]").ClickAsync(new());
        Assert.NotNull(page.Find("[data-testid=ranges] [role=alert]"));

        await page.Find("[data-testid=range-to]").ChangeAsync(new ChangeEventArgs { Value = "1000" });
        await page.Find("[data-testid=range-add]").ClickAsync(new());
        Assert.EndsWith("/customers?gross_revenue=9..1000", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_range_is_changed_and_taken_away_where_it_was_written_and_every_column_is_found_by_name()
    {
        await _database.PublishAsync(SampleResults.Of(60));
        var navigation = Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo("/customers?recency_days=5..9");
        var page = Render<CustomersPage>();
        await page.WaitForElement("[data-testid=range-recency_days]").ChangeAsync(new ChangeEventArgs { Value = "on" });
        Assert.Equal(("5", "9"), (page.Find("[data-testid=range-from]").GetAttribute("value"), page.Find("[data-testid=range-to]").GetAttribute("value")));

        await page.Find("[data-testid=range-to]").ChangeAsync(new ChangeEventArgs { Value = "" });
        Assert.EndsWith("/customers?recency_days=5..", navigation.Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Contains("≥ 5", page.Find("[data-testid=ranges] .facet-count").TextContent, StringComparison.Ordinal));
        await page.Find("[data-testid=range-from]").ChangeAsync(new ChangeEventArgs { Value = " " });
        Assert.EndsWith("/customers?view=all", navigation.Uri, StringComparison.Ordinal);

        await page.Find("[data-testid=columns] [data-testid=column-search]").InputAsync(new ChangeEventArgs { Value = "recen" });
        Assert.Equal(["column-recency_days"], page.FindAll("[data-testid=columns] .facet input").Select(input => input.GetAttribute("data-testid")));
    }

    [Fact]
    public async Task Who_passes_the_filter_is_saved_under_the_filter_s_name()
    {
        await _database.PublishAsync(SampleResults.Of(60));
        Services.GetRequiredService<NavigationManager>().NavigateTo("/customers?country=EIRE&columns=country,recency_days");
        var page = Render<CustomersPage>();

        Assert.Equal("Ireland", page.WaitForElement("[data-testid=audience-name]").GetAttribute("value"));
        await page.Find("form.save-line").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("“Ireland” is saved: 40 customers", page.Find("[data-testid=audience-saved]").TextContent, StringComparison.Ordinal));
        Assert.Equal("/export/audience.csv?audience=1&columns=country%2Crecency_days", Uri.UnescapeDataString(page.Find("[data-testid=audience-saved] [data-testid=export-csv]").GetAttribute("href")!).Replace(",", "%2C", StringComparison.Ordinal));
        Assert.Equal(("Ireland", 40), (await Services.GetRequiredService<IAudienceStore>().ListAsync(CancellationToken.None)).Select(audience => (audience.Name, audience.Customers)).Single());
    }

    [Fact]
    public async Task Nobody_is_said_in_words()
    {
        await _database.PublishAsync(SampleResults.Of(60));
        Services.GetRequiredService<NavigationManager>().NavigateTo("/customers?q=nobody");

        var page = Render<CustomersPage>();

        page.WaitForAssertion(() => Assert.Contains("No customer meets all conditions", page.Find("[data-testid=notice]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_list_is_made_once()
    {
        await _database.PublishAsync(SampleResults.Of(60));
        var lists = CustomerListCache.Of((await _database.Published().FindAsync(CancellationToken.None))!);

        var list = lists.Find(new CustomerFilter { Text = "c" }, CustomerOrder.ByRevenue);

        Assert.Same(list, lists.Find(new CustomerFilter { Text = "c" }, CustomerOrder.ByRevenue));
        Assert.NotSame(list, lists.Find(new CustomerFilter { Text = "c" }, new CustomerOrder("gross_revenue", Descending: false)));
    }
}
