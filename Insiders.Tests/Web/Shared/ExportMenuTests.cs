using Bunit;
using Insiders.Tests.Fixtures;
using Insiders.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Insiders.Tests.Web.Shared;

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
}
