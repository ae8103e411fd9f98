using System.Globalization;
using Insiders.Core.Application.Settings;
using Insiders.Web.Localization;

namespace Insiders.Tests.Web.Localization;

public sealed class FormatTests
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
            Assert.Equal(expected, Format.Money(8_524_604.60).Replace('\u00a0', ' '));
            Assert.StartsWith(Currency.Prefix, Format.Money(1), StringComparison.Ordinal);
            Assert.Equal(code.Length == 0 ? "Revenue" : $"Revenue ({code})", Headings.MoneyInFile("Revenue"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            Currency.Follow(() => "");
        }
    }

    [Theory]
    [InlineData("en", 0.0195, "every 51 days")] // 51.28
    [InlineData("pt-BR", 0.0195, "a cada 51 dias")]
    [InlineData("en", 0.3, "every 3.3 days")]
    [InlineData("pt-BR", 0.3, "a cada 3,3 dias")]
    [InlineData("en", 1, "every day")] // not: every 1 days
    [InlineData("pt-BR", 1, "todo dia")]
    [InlineData("en", 0, "–")]
    public void Frequency_is_said_as_the_days_between_purchases(string language, double frequency, string expected) => Assert.Equal(expected, In(language, () => Format.Every(frequency)));

    [Theory]
    [InlineData("en", 1, "1 day")]
    [InlineData("pt-BR", 1, "1 dia")]
    [InlineData("pt-BR", 1.04, "1 dia")]
    [InlineData("pt-BR", 0, "0 dias")]
    [InlineData("pt-BR", 91.94, "91,9 dias")]
    [InlineData("en", 29.96, "30 days")]
    public void One_day_is_one_and_no_more_than_a_decimal_is_said(string language, double days, string expected) => Assert.Equal(expected, In(language, () => Format.Days(days)));

    [Theory]
    [InlineData("en", "−1,234.5", "62.3%", "−4.5%", "9 Dec 2017", "Dec 2017", "9 Dec 17")]
    [InlineData("pt-BR", "−1.234,5", "62,3%", "−4,5%", "9 de dez. de 2017", "dez. de 2017", "9 dez. 17")]
    public void Each_language_writes_signs_shares_and_dates_one_way(string language, string minus, string share, string minusShare, string day, string month, string below)
        => Assert.Equal(
            (minus, share, minusShare, day, month, below),
            In(language, () => (Format.One(-1234.5), Format.Percent(0.623), Format.Percent(-0.045), Format.Day(new(2017, 12, 9)), Format.Month(new(2017, 12, 9)), Format.ShortDay(new(2017, 12, 9)))));

    [Theory]
    [InlineData("en", "-4.5")]
    [InlineData("en", "−4.5")]
    [InlineData("pt-BR", "-4,5")]
    public void Fields_take_a_hyphen_for_a_minus(string language, string typed) => Assert.Equal(-4.5, In(language, () => double.Parse(typed, CultureInfo.CurrentCulture)));

    [Fact]
    public void What_is_lost_has_its_sign_before_the_currency_and_whole_amounts_are_rounded()
    {
        Currency.Follow(() => "GBP");
        try
        {
            Assert.Equal(("-£1.50", "£2"), (Format.Money(-1.5), Format.WholeMoney(1.5)));
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

        Assert.Equal("17850", Format.CustomerName("17850", null));
        Assert.Equal("17850", Format.CustomerName("17850", new InstallationGeneral()));
        Assert.EndsWith(" (invented name) · 17850", Format.CustomerName("17850", wanted), StringComparison.Ordinal);
        Assert.Equal("Maria Souza", Format.CustomerName("Maria Souza", wanted));
    }

    // As the site writes it, which is not the runtime's way with signs.
    private static T In<T>(string language, Func<T> say)
    {
        var (numbers, words) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Languages.All.Single(culture => culture.Name == language);
        try
        {
            return say();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (numbers, words);
        }
    }
}
