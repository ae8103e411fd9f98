using System.Globalization;
using Insiders.Core.Customers;
using Insiders.Core.Features;

namespace Insiders.Web.Exports;

/// <summary>
/// Money as the site's files hold it: two places, rounded as pages round it. A sum of amounts in binary is 320062.2499999999 where
/// the shop took 320062.25.
/// </summary>
public static class MoneyCell
{
    /// <summary>A cell of money; what is no finite number stays as it is.</summary>
    public static object? Of(object? cell) => cell switch
    {
        double amount when double.IsFinite(amount) => decimal.TryParse(Written(amount), NumberStyles.Float, CultureInfo.InvariantCulture, out var cents) ? cents == 0 ? 0.00m : cents : Math.Round(amount, 2),
        decimal amount => decimal.Parse(Written(amount), CultureInfo.InvariantCulture),
        _ => cell,
    };

    /// <summary>The value of a feature in a column that holds those of many: money where the feature is money, else in full.</summary>
    /// <param name="feature">Its name in the catalogue.</param>
    /// <param name="value">Of one customer, or a mean.</param>
    public static object? OfFeature(string feature, double value) => CustomerTable.UnitOf(feature) == FeatureUnit.Money ? Of(value) : value;

    // By the formatter that pages use: both round the same amount to the same cent, and a cent is never left out.
    private static string Written(IFormattable amount) => amount.ToString("F2", CultureInfo.InvariantCulture);
}
