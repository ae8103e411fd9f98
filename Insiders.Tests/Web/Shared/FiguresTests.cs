using System.Globalization;
using Insiders.Web.Features.Settings;
using Insiders.Web.Shared;

namespace Insiders.Tests.Web.Shared;

public sealed class FiguresTests
{
    [Theory]
    [InlineData("en", "", "8,524,604.60")]
    [InlineData("en", "USD", "$8,524,604.60")]
    [InlineData("en", "GBP", "£8,524,604.60")]
    [InlineData("en", "BRL", "R$8,524,604.60")]
    [InlineData("en", "CHF", "CHF 8,524,604.60")]
    [InlineData("pt-BR", "", "8.524.604,60")]
    [InlineData("pt-BR", "BRL", "R$ 8.524.604,60")]
    [InlineData("pt-BR", "USD", "US$ 8.524.604,60")]
    [InlineData("pt-BR", "CHF", "CHF 8.524.604,60")]
    public void A_headline_has_the_installations_currency_as_the_language_writes_it(string culture, string code, string expected)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal(expected, Figures.Money(8_524_604.60, new InstallationGeneral { Currency = code }).Replace('\u00a0', ' '));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Without_settings_there_is_no_currency() => Assert.Equal(Figures.Money(1.5), Figures.Money(1.5, null));

    [Fact]
    public void A_customer_has_an_invented_name_only_where_they_are_wanted_and_needed()
    {
        var wanted = new InstallationGeneral { InventedNames = true };

        Assert.Equal("17850", Figures.CustomerName("17850", null));
        Assert.Equal("17850", Figures.CustomerName("17850", new InstallationGeneral()));
        Assert.EndsWith(" (invented name) · 17850", Figures.CustomerName("17850", wanted), StringComparison.Ordinal);
        Assert.Equal("Maria Souza", Figures.CustomerName("Maria Souza", wanted));
    }
}
