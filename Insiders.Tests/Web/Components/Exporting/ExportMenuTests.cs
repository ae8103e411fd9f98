using Bunit;
using Insiders.Tests.Fixtures;
using Insiders.Web.Components.Exporting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Insiders.Tests.Web.Components.Exporting;

public sealed class ExportMenuTests : UiTest
{
    [Fact]
    public void Files_have_the_filters_of_the_page()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/customers?country=EIRE&q=%3Cb%3E");

        var links = Render<ExportMenu>(menu => menu.Add(m => m.Table, "customers")).FindAll("a");

        Assert.Equal("/export/customers.xlsx?country=EIRE&q=%3Cb%3E", links[0].GetAttribute("href"));
        Assert.Equal("/export/customers.csv?country=EIRE&q=%3Cb%3E", links[1].GetAttribute("href"));
        Assert.Equal("/export/customers.csv?country=EIRE&q=%3Cb%3E&sep=semicolon&dec=comma", links[2].GetAttribute("href"));
        Assert.All(links, link => Assert.True(link.HasAttribute("download")));
    }

    [Fact]
    public void A_page_can_say_what_the_file_is_of()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/runs/5?tab=log");

        var links = Render<ExportMenu>(menu => menu.Add(m => m.Table, "candidates").Add(m => m.Query, "run=5")).FindAll("a");

        Assert.Equal("/export/candidates.csv?run=5", links[1].GetAttribute("href"));
    }

    [Fact]
    public void Links_follow_a_page_that_changes_in_place()
    {
        var navigation = Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo("/customers");
        var menu = Render<ExportMenu>(menu => menu.Add(m => m.Table, "customers"));

        navigation.NavigateTo("/customers?country=EIRE&gross_revenue=1000..");
        menu.WaitForAssertion(() => Assert.Equal("/export/customers.csv?country=EIRE&gross_revenue=1000..", Link(menu)));

        navigation.NavigateTo("/customers?gross_revenue=1000..");
        menu.WaitForAssertion(() => Assert.Equal("/export/customers.csv?gross_revenue=1000..", Link(menu)));
    }

    [Fact]
    public void Where_there_are_more_columns_than_the_page_shows_both_are_offered()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/customers?columns=country&all=1&sep=tab");
        var menu = Render<ExportMenu>(menu => menu.Add(m => m.Table, "customers"));
        Assert.Equal("/export/customers.csv?columns=country", Link(menu)); // what a page's address says about files is not the page's

        menu.Find("[data-testid=export-all]").Change(true);
        Assert.Equal("/export/customers.csv?columns=country&all=1", Link(menu));
        menu.Find("[data-testid=export-shown]").Change(true);
        Assert.Equal("/export/customers.csv?columns=country", Link(menu));

        Assert.Empty(Render<ExportMenu>(one => one.Add(m => m.Table, "runs")).FindAll("input"));
    }

    [Fact]
    public async Task A_menu_that_is_gone_listens_no_more()
    {
        var navigation = Services.GetRequiredService<NavigationManager>();
        var renders = Render<ExportMenu>(menu => menu.Add(m => m.Table, "customers"));
        await DisposeComponentsAsync();

        navigation.NavigateTo("/customers?country=EIRE");

        Assert.Equal(1, renders.RenderCount);
    }

    private static string? Link(IRenderedComponent<ExportMenu> menu) => menu.Find("[data-testid=export-csv]").GetAttribute("href");
}
