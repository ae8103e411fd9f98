using System.Globalization;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Outlooks;
using Insiders.Core.Features;

namespace Insiders.Web.Localization;

/// <summary>Names and values of features in the reader's language.</summary>
public static class FeatureText
{
    private static readonly string[] s_weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    /// <summary>The display name of a feature; its own name when it is not in the catalogue.</summary>
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
        SalesMeasures.StayChance => Texts.MeasureStayChance,
        _ when OutlookColumns.Horizons.FirstOrDefault(days => feature == SalesMeasures.ExpectedOrders(days)) is var days and > 0 => Format.Fill(Texts.MeasureExpectedOrders, days),
        _ when OutlookColumns.Horizons.FirstOrDefault(days => feature == SalesMeasures.ExpectedRevenue(days)) is var days and > 0 => Format.Fill(Texts.MeasureExpectedRevenue, days),
        _ when Array.IndexOf(s_weekdays, feature) is var day and >= 0 => Format.Fill(Texts.FeatureWeekday, Capital(CultureInfo.CurrentUICulture.DateTimeFormat.DayNames[day])),
        ['d', 'a', 'y', '_', _, _] => Format.Fill(Texts.FeatureDayOfMonth, int.Parse(feature.AsSpan(4), CultureInfo.InvariantCulture)),
        _ => feature,
    };

    /// <summary>Formats the value of one customer like <see cref="Value"/>, except that counted days are whole numbers.</summary>
    public static string Own(string feature, double value) => feature is "recency_days" or SalesMeasures.DaysOverdue && value == Math.Floor(value) ? Format.Whole(value) : Value(feature, value);

    /// <summary>Formats a feature's value: money to the cent, shares in per cent, days with one decimal, frequency as the days between purchases; a dash where there is none.</summary>
    public static string Value(string feature, double value) => CustomerTable.UnitOf(feature) switch
    {
        _ when double.IsNaN(value) => "–",
        FeatureUnit.Date => Format.Day(DayOf(value)),
        _ when IsFrequency(feature) => Format.Every(value),
        FeatureUnit.Money => Format.Money(value),
        FeatureUnit.Share => Format.Percent(value),
        FeatureUnit.Days => Format.One(value),
        FeatureUnit.Count => Format.Whole(value),
        _ when OutlookColumns.Horizons.Any(days => feature == SalesMeasures.ExpectedOrders(days)) => Format.Two(value),
        _ => value.ToString("#,0.####", CultureInfo.CurrentCulture),
    };

    /// <summary>Formats a bound as set, with no more decimals than it has.</summary>
    public static string Bound(string feature, double value) => CustomerTable.UnitOf(feature) switch
    {
        FeatureUnit.Date => Format.Day(DayOf(value)),
        FeatureUnit.Share => value.ToString("#,0.##%", CultureInfo.CurrentCulture),
        FeatureUnit.Money => Currency.Prefix + value.ToString("#,0.####", CultureInfo.CurrentCulture),
        _ => value.ToString("#,0.####", CultureInfo.CurrentCulture),
    };

    /// <summary>True for the frequency, whose number, purchase days per day, means little to readers; screens show the days between purchases instead.</summary>
    public static bool IsFrequency(string feature) => feature == "frequency";

    /// <summary>The day of a measure whose values are days of the calendar.</summary>
    /// <param name="value">A <see cref="DateOnly.DayNumber"/>; beyond the calendar its end is meant.</param>
    public static DateOnly DayOf(double value) => DateOnly.FromDayNumber((int)Math.Clamp(value, 0, DateOnly.MaxValue.DayNumber));

    // Some languages write weekdays in lower case except at the start of a sentence.
    private static string Capital(string word) => char.ToUpper(word[0], CultureInfo.CurrentUICulture) + word[1..];
}
