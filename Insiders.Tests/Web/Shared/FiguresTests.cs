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
    public void An_amount_has_the_installations_currency_as_the_language_writes_it(string culture, string code, string expected)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        Currency.Follow(() => code);
        try
        {
            Assert.Equal(expected, Figures.Money(8_524_604.60).Replace('\u00a0', ' '));
            Assert.StartsWith(Currency.Prefix, Figures.Money(1), StringComparison.Ordinal);
            Assert.Equal(code.Length == 0 ? "Revenue" : $"Revenue ({code})", Headings.MoneyInFile("Revenue"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            Currency.Follow(() => "");
        }
    }

    [Fact]
    public void What_is_lost_has_its_sign_before_the_currency_and_whole_amounts_are_rounded()
    {
        Currency.Follow(() => "GBP");
        try
        {
            Assert.Equal(("-£1.50", "£2"), (Figures.Money(-1.5), Figures.WholeMoney(1.5)));
        }
        finally
        {
            Currency.Follow(() => "");
        }
    }

    [Fact]
    public void A_heading_names_the_unit_of_what_stands_below_it_once()
    {
        Assert.Equal("Revenue", Headings.Of("gross_revenue"));
        Assert.Equal("Return rate (%)", Headings.Of("return_rate"));
        Assert.Equal("Recency (days)", Headings.Of("recency_days"));
        Assert.Equal("Days between purchases", Headings.Of("avg_recency"));
        Assert.Equal("Invoices", Headings.Of("qtty_invoices"));
    }

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
