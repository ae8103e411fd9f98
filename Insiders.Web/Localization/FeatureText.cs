using System.Globalization;
using Insiders.Core.Customers;
using Insiders.Core.Features;

namespace Insiders.Web.Localization;

/// <summary>Features in the reader's words.</summary>
public static class FeatureText
{
    private static readonly string[] s_weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    /// <summary>What a feature is called on screens; its own name where the catalogue does not have it.</summary>
    public static string NameOf(string feature) => feature switch
    {
        "latitude" => Texts.FeatureLatitude,
        "longitude" => Texts.FeatureLongitude,
        "gross_revenue" => Texts.FeatureGrossRevenue,
        "avg_ticket" => Texts.FeatureAvgTicket,
        "recency_days" => Texts.FeatureRecencyDays,
        "qtty_invoices" => Texts.FeatureQttyInvoices,
        "avg_recency" => Texts.FeatureAvgRecency,
        "frequency" => Texts.FeatureFrequency,
        "qtty_items" => Texts.FeatureQttyItems,
        "qtty_unique_items" => Texts.FeatureQttyUniqueItems,
        "avg_basket_size" => Texts.FeatureAvgBasketSize,
        "avg_unique_basket_size" => Texts.FeatureAvgUniqueBasketSize,
        "qtty_returns" => Texts.FeatureQttyReturns,
        "return_rate" => Texts.FeatureReturnRate,
        CustomerMeasures.OrderValue => Texts.MeasureOrderValue,
        SalesMeasures.NetRevenue => Texts.MeasureNetRevenue,
        SalesMeasures.LastPurchase => Texts.MeasureLastPurchase,
        SalesMeasures.CustomerSince => Texts.MeasureCustomerSince,
        SalesMeasures.DaysOverdue => Texts.MeasureDaysOverdue,
        _ when Array.IndexOf(s_weekdays, feature) is var day and >= 0 => Format.Fill(Texts.FeatureWeekday, Capital(CultureInfo.CurrentUICulture.DateTimeFormat.DayNames[day])),
        ['d', 'a', 'y', '_', _, _] => Format.Fill(Texts.FeatureDayOfMonth, int.Parse(feature.AsSpan(4), CultureInfo.InvariantCulture)),
        _ => feature,
    };

    /// <summary>The value of one customer as written: as <see cref="Value"/>, but days that are counted, not averaged, are whole.</summary>
    public static string Own(string feature, double value) => feature is "recency_days" or SalesMeasures.DaysOverdue && value == Math.Floor(value) ? Format.Whole(value) : Value(feature, value);

    /// <summary>A feature's value as written: money to the cent, shares in percent, days with one decimal, frequency as the days between purchases; a dash where there is none.</summary>
    public static string Value(string feature, double value) => CustomerTable.UnitOf(feature) switch
    {
        _ when double.IsNaN(value) => "–",
        FeatureUnit.Date => Format.Day(DayOf(value)),
        _ when IsFrequency(feature) => Format.Every(value),
        FeatureUnit.Money => Format.Money(value),
        FeatureUnit.Share => Format.Percent(value),
        FeatureUnit.Days => Format.One(value),
        FeatureUnit.Count => Format.Whole(value),
        _ => value.ToString("#,0.####", CultureInfo.CurrentCulture),
    };

    /// <summary>A bound that somebody set, with no more decimals than it has.</summary>
    public static string Bound(string feature, double value) => CustomerTable.UnitOf(feature) switch
    {
        FeatureUnit.Date => Format.Day(DayOf(value)),
        FeatureUnit.Share => value.ToString("#,0.##%", CultureInfo.CurrentCulture),
        FeatureUnit.Money => Currency.Prefix + value.ToString("#,0.####", CultureInfo.CurrentCulture),
        _ => value.ToString("#,0.####", CultureInfo.CurrentCulture),
    };

    /// <summary>True for the feature whose number, purchase days per day, nobody reads: screens say how many days pass instead.</summary>
    public static bool IsFrequency(string feature) => feature == "frequency";

    /// <summary>The day of a measure whose values are days of the calendar.</summary>
    /// <param name="value">A <see cref="DateOnly.DayNumber"/>; beyond the calendar its end is meant.</param>
    public static DateOnly DayOf(double value) => DateOnly.FromDayNumber((int)Math.Clamp(value, 0, DateOnly.MaxValue.DayNumber));

    // Some languages write days small where no sentence starts.
    private static string Capital(string word) => char.ToUpper(word[0], CultureInfo.CurrentUICulture) + word[1..];
}
