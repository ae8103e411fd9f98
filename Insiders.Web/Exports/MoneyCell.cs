using System.Globalization;
using Insiders.Core.Customers;
using Insiders.Core.Features;

namespace Insiders.Web.Exports;

/// <summary>
/// Money as the site's files contain it: two decimals, rounded as on pages. A binary sum of amounts is 320062.2499999999 when
/// the shop took 320062.25.
/// </summary>
public static class MoneyCell
{
    /// <summary>A cell with money; a number that is not finite is unchanged.</summary>
    public static object? Of(object? cell) => cell switch
    {
        double amount when double.IsFinite(amount) => decimal.TryParse(Written(amount), NumberStyles.Float, CultureInfo.InvariantCulture, out var cents) ? cents == 0 ? 0.00m : cents : Math.Round(amount, 2),
        decimal amount => decimal.Parse(Written(amount), CultureInfo.InvariantCulture),
        _ => cell,
    };

    /// <summary>The value of a feature in a column that mixes features: rounded if the feature is money, otherwise at full precision.</summary>
    /// <param name="feature">Its name in the catalogue.</param>
    /// <param name="value">The value of one customer, or a mean.</param>
    public static object? OfFeature(string feature, double value) => CustomerTable.UnitOf(feature) == FeatureUnit.Money ? Of(value) : value;

    // Uses the formatter of the pages, so that both round the same amount to the same cent.
    private static string Written(IFormattable amount) => amount.ToString("F2", CultureInfo.InvariantCulture);
}
