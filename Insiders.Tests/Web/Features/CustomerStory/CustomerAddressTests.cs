using Insiders.Web.Features.CustomerStory;
using Insiders.Web.Navigation;

namespace Insiders.Tests.Web.Features.CustomerStory;

public sealed class CustomerAddressTests
{
    [Theory]
    [InlineData("17850")]
    [InlineData("a/b")]
    [InlineData("a%2Fb")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("a?b#c&d=e+f")]
    [InlineData(" Ω é 日本 ")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("~")]
    public void Any_id_comes_back_from_its_address(string id)
    {
        Assert.Equal(id, CustomerAddress.IdOf(Links.Customer(id)));
        Assert.Equal(id, CustomerAddress.IdOf(new Uri(new Uri("http://shop.example"), Links.Customer(id)).AbsoluteUri + (Links.Customer(id).Contains('?', StringComparison.Ordinal) ? "&" : "?") + "invoice=1"));
    }
}
