using Bunit;
using Insiders.Core.Application.Settings;
using Insiders.Core.Segments;
using Insiders.Tests.Fixtures;
using Insiders.Web.Components;

namespace Insiders.Tests.Web.Components;

public sealed class CustomerLabelTests : UiTest
{
    [Fact]
    public void A_customer_is_called_by_number_and_leads_to_its_page()
    {
        var link = Render<CustomerLabel>(label => label.Add(l => l.Id, "17850")).Find("a");

        Assert.Equal("17850", link.TextContent);
        Assert.Equal("/customers/17850", link.GetAttribute("href"));
    }

    [Fact]
    public void An_invented_name_stands_before_the_number_where_the_installation_has_them()
    {
        var label = Render<CustomerLabel>(label => label.Add(l => l.Id, "17850").Add(l => l.Linked, false)
            .AddCascadingValue(new InstallationGeneral { InventedNames = true }));

        Assert.Equal($"{CustomerNames.Of("17850")}* (invented name) · 17850", label.Find("span").TextContent);
        Assert.Contains("Nobody is called that", label.Find(".invented").GetAttribute("title"), StringComparison.Ordinal);
        Assert.Empty(label.FindAll("a"));
    }

    [Theory]
    [InlineData("<img src=x onerror=alert(1)>", "/customers/%3Cimg%20src%3Dx%20onerror%3Dalert%281%29%3E")]
    [InlineData("=cmd|' /C calc'!A0", "/customers/%3Dcmd%7C%27%20%2FC%20calc%27%21A0")]
    [InlineData("../settings", "/customers/..%2Fsettings")]
    public void A_hostile_id_is_only_a_text(string id, string address)
    {
        var label = Render<CustomerLabel>(label => label.Add(l => l.Id, id));

        Assert.Equal(id, label.Find("a").TextContent);
        Assert.Equal(address, label.Find("a").GetAttribute("href"));
        Assert.Empty(label.FindAll("img"));
    }
}
