using Insiders.Core.Application.SavedViews;
using Insiders.Web.Features.Customers;

namespace Insiders.Tests.Web.Features.Customers;

public sealed class ViewBarTests
{
    [Theory]
    [InlineData("segment=3&q=a%20b", "/customers?segment=3&q=a%20b")]
    [InlineData("q=<img src=x onerror=alert(1)>", "/customers?q=%3Cimg%20src%3Dx%20onerror%3Dalert%281%29%3E")]
    [InlineData("//evil.example/", "/customers?%2F%2Fevil.example%2F=")]
    public void A_view_leads_to_the_list_and_nowhere_else(string query, string address)
        => Assert.Equal(address, ViewBar.AddressOf(new SavedView("a", "x", query, "id-rui", "rui", IsShared: false)));
}
