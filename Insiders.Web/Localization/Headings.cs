using Insiders.Core.Customers;
using Insiders.Core.Features;

namespace Insiders.Web.Localization;

/// <summary>Headings of columns, rows and axes, with their unit.</summary>
public static class Headings
{
    /// <summary>Heading of amounts: Revenue (£); without a currency only the name.</summary>
    public static string Money(string name) => With(name, Currency.Symbol);

    /// <summary>Heading of amounts in a file, whose cells have no symbol: Revenue (GBP).</summary>
    public static string MoneyInFile(string name) => With(name, Currency.Code);

    /// <summary>Heading of shares written as percentages: Share of customers (%).</summary>
    public static string Share(string name) => With(name, "%");

    /// <summary>Heading of days: Recency (days).</summary>
    public static string Days(string name) => With(name, Texts.UnitDays);

    /// <summary>Heading of a feature or a measure.</summary>
    public static string Of(string feature) => CustomerTable.UnitOf(feature) switch
    {
        FeatureUnit.Money => Money(FeatureText.NameOf(feature)),
        FeatureUnit.Share => Share(FeatureText.NameOf(feature)),
        FeatureUnit.Days => Days(FeatureText.NameOf(feature)),
        _ => FeatureText.NameOf(feature),
    };

    /// <summary>Heading of a feature or a measure in a file, where shares are numbers from 0 to 1.</summary>
    public static string InFile(string feature) => CustomerTable.UnitOf(feature) switch
    {
        FeatureUnit.Money => MoneyInFile(FeatureText.NameOf(feature)),
        FeatureUnit.Days => Days(FeatureText.NameOf(feature)),
        _ => FeatureText.NameOf(feature),
    };

    // A name that already contains its unit, such as "Days between purchases", needs no other.
    private static string With(string name, string unit) => unit.Length == 0 || name.Contains(unit, StringComparison.CurrentCultureIgnoreCase) ? name : $"{name} ({unit})";
}
