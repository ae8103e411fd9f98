using Insiders.Core.Customers;
using Insiders.Core.Features;

namespace Insiders.Web.Localization;

/// <summary>Headings of columns, rows and axes, with the unit of what stands below them.</summary>
public static class Headings
{
    /// <summary>Of amounts: Revenue (£); without a currency the name alone.</summary>
    public static string Money(string name) => With(name, Currency.Symbol);

    /// <summary>Of amounts in a file, whose cells are bare: Revenue (GBP).</summary>
    public static string MoneyInFile(string name) => With(name, Currency.Code);

    /// <summary>Of parts of a whole, written as per cent: Share of customers (%).</summary>
    public static string Share(string name) => With(name, "%");

    /// <summary>Of days: Recency (days).</summary>
    public static string Days(string name) => With(name, Texts.UnitDays);

    /// <summary>Of a feature or a measure.</summary>
    public static string Of(string feature) => CustomerTable.UnitOf(feature) switch
    {
        FeatureUnit.Money => Money(FeatureText.NameOf(feature)),
        FeatureUnit.Share => Share(FeatureText.NameOf(feature)),
        FeatureUnit.Days => Days(FeatureText.NameOf(feature)),
        _ => FeatureText.NameOf(feature),
    };

    /// <summary>Of a feature or a measure in a file, whose shares are numbers from 0 to 1.</summary>
    public static string InFile(string feature) => CustomerTable.UnitOf(feature) switch
    {
        FeatureUnit.Money => MoneyInFile(FeatureText.NameOf(feature)),
        FeatureUnit.Days => Days(FeatureText.NameOf(feature)),
        _ => FeatureText.NameOf(feature),
    };

    // A name that tells its unit already, as "Days between purchases" does, needs no second.
    private static string With(string name, string unit) => unit.Length == 0 || name.Contains(unit, StringComparison.CurrentCultureIgnoreCase) ? name : $"{name} ({unit})";
}
