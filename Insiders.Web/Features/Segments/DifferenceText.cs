using System.Globalization;
using Insiders.Core.Customers;
using Insiders.Core.Features;

namespace Insiders.Web.Features.Segments;

/// <summary>What sets a segment apart, in words.</summary>
public static class DifferenceText
{
    /// <summary>A difference as a sentence: buys 3.2 × as often as the average customer.</summary>
    public static string Of(FeatureDifference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        var isDays = CustomerTable.UnitOf(difference.Feature) == FeatureUnit.Days;
        var (mean, whole) = isDays
            ? (Format.Days(difference.Mean), Format.Days(difference.BaseMean))
            : (Mean(difference.Feature, difference.Mean), Mean(difference.Feature, difference.BaseMean));
        var pattern = difference.Feature switch
        {
            "recency_days" => difference.Mean < difference.BaseMean ? Texts.SegWordRecencyLess : Texts.SegWordRecencyMore,
            "return_rate" => difference.Mean < difference.BaseMean ? Texts.SegWordReturnRateLess : Texts.SegWordReturnRateMore,
            "avg_recency" => difference.Mean < difference.BaseMean ? Texts.SegWordGapLess : Texts.SegWordGapMore,
            _ => null,
        };
        if (pattern is not null)
        {
            return Format.Fill(pattern, mean, whole);
        }

        return difference.Ratio is { } ratio && Subject(difference.Feature) is { } subject
            ? Format.Fill(subject, Times(ratio), mean, whole)
            : Format.Fill(Texts.SegWordOther, FeatureText.NameOf(difference.Feature), mean, whole);
    }

    /// <summary>A mean as written: of counts with one decimal while it is small, of ratios with four only below 1; frequency as the days between purchases.</summary>
    public static string Mean(string feature, double value) => CustomerTable.UnitOf(feature) switch
    {
        _ when FeatureText.IsFrequency(feature) => Format.Every(value),
        FeatureUnit.Count => value < 100 ? Format.One(value) : Format.Whole(value),
        FeatureUnit.Ratio => value < 1 ? Format.Four(value) : Format.One(value),
        _ => FeatureText.Value(feature, value),
    };

    /// <summary>A factor: 33.9, 3.2, 0.24.</summary>
    public static string Times(double ratio) => ratio.ToString(ratio < 1 ? "0.00" : "#,0.0", CultureInfo.CurrentCulture);

    private static string? Subject(string feature) => feature switch
    {
        "gross_revenue" => Texts.SegWordRevenue,
        "qtty_invoices" => Texts.SegWordInvoices,
        "frequency" => Texts.SegWordFrequency,
        "qtty_items" => Texts.SegWordItems,
        "qtty_unique_items" => Texts.SegWordProducts,
        CustomerMeasures.OrderValue => Texts.SegWordOrderValue,
        "avg_ticket" => Texts.SegWordTicket,
        "avg_basket_size" => Texts.SegWordBasket,
        "avg_unique_basket_size" => Texts.SegWordBasketProducts,
        "qtty_returns" => Texts.SegWordReturns,
        _ => null,
    };
}
