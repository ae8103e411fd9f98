using CsCheck;
using Insiders.Web.Navigation;

namespace Insiders.Tests.Web.Navigation;

public sealed class LocalAddressTests
{
    private static readonly Uri s_site = new("https://shop.example/account/sign-in");

    [Theory]
    [InlineData("/customers?q=S%C3%A3o%20Paulo&page=2#end", "/customers?q=S%C3%A3o%20Paulo&page=2#end")]
    [InlineData("/customers?q=São", "/customers?q=S%C3%A3o")]
    [InlineData("/customers/a%2Fb", "/customers/a%2Fb")]
    [InlineData("/", "/")]
    public void An_address_of_this_site_is_kept_and_encoded(string text, string kept) => Assert.Equal(kept, LocalAddress.Find(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("customers")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("/\t/elsewhere.example")]
    [InlineData("/\n/elsewhere.example")]
    [InlineData("\t//elsewhere.example")]
    [InlineData("/.//elsewhere.example")]
    [InlineData("/a/..//elsewhere.example")]
    [InlineData("/a\\..\\\\elsewhere.example")]
    [InlineData("https://elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    public void What_leaves_the_site_is_none(string? text) => Assert.Null(LocalAddress.Find(text));

    [Fact]
    public void Whatever_is_kept_is_plain_text_on_this_host() =>
        Gen.String[Gen.OneOf(Gen.Char[" /\\.:@?#%09aé\t\r\n"], Gen.Char), 0, 24].Sample(rest =>
        {
            if (LocalAddress.Find("/" + rest) is { } kept)
            {
                Assert.True(System.Text.Ascii.IsValid(kept) && !kept.Any(char.IsControl), kept);
                Assert.Equal("shop.example", new Uri(s_site, kept).Host);
            }
        }, iter: 20_000);

    [Theory]
    [InlineData(null, 1)]
    [InlineData("", 1)]
    [InlineData("0", 1)]
    [InlineData("-3", 1)]
    [InlineData("two", 1)]
    [InlineData("7", 7)]
    [InlineData("2147483648", int.MaxValue)]
    [InlineData("99999999999999999999999999", int.MaxValue)]
    public void A_page_number_of_any_size_is_read(string? text, int page) => Assert.Equal(page, PageNumber.Read(text));
}
