using System.Globalization;
using Insiders.Core.Customers;
using Insiders.Core.Features;

namespace Insiders.Web.Features.Customers;

/// <summary>The two fields of a range, with the decimal mark of the page's language, whatever the browser's is; shares are written as per cent, frequency as the days between purchases.</summary>
public static class RangeInput
{
    private const int Percent = 100;
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>True for features whose fields are per cent.</summary>
    public static bool IsPercent(string feature) => CustomerTable.UnitOf(feature) == FeatureUnit.Share;

    /// <summary>True for measures whose fields are days of the calendar, as a browser's own field for them writes them.</summary>
    public static bool IsDate(string feature) => CustomerTable.UnitOf(feature) == FeatureUnit.Date;

    /// <summary>What kind of field it takes, in the words of HTML.</summary>
    public static string KindOf(string feature) => IsDate(feature) ? "date" : "text";

    /// <summary>What the two fields show for a range; nothing where there is none.</summary>
    public static (string? From, string? To) Write(string feature, FeatureRange? range)
        => FeatureText.IsFrequency(feature) ? (Write(feature, DaysOf(range?.To)), Write(feature, DaysOf(range?.From))) : (Write(feature, range?.From), Write(feature, range?.To));

    /// <summary>The range of two fields; null when both are empty, one is no number, or they are the wrong way round.</summary>
    public static FeatureRange? Read(string feature, string? from, string? to)
    {
        if (!TryRead(feature, from, out var least) || !TryRead(feature, to, out var greatest) || (least ?? greatest) is null || least > greatest)
        {
            return null;
        }

        // Who buys often lets few days pass: the bounds change places.
        return FeatureText.IsFrequency(feature)
            ? least <= 0 || greatest <= 0 ? null : new FeatureRange(feature, 1 / greatest, 1 / least)
            : new FeatureRange(feature, least, greatest);
    }

    private static string? Write(string feature, double? bound) => bound is not { } value ? null
        : IsDate(feature) ? FeatureText.DayOf(value).ToString(DayFormat, CultureInfo.InvariantCulture)
        : ((decimal)value * Scale(feature)).ToString("0.##########", CultureInfo.CurrentCulture);

    private static double? DaysOf(double? frequency) => frequency is > 0 ? 1 / frequency : null;

    private static bool TryRead(string feature, string? text, out double? bound)
    {
        bound = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        if (IsDate(feature))
        {
            bound = DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.DayNumber : null;
            return bound is not null;
        }

        // Decimal: 5 per cent must become 0.05, not its neighbour. Without marks of thousands, which the other language takes for decimal marks.
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.CurrentCulture, out var value))
        {
            return false;
        }

        bound = (double)(value / Scale(feature));
        return true;
    }

    private static decimal Scale(string feature) => IsPercent(feature) ? Percent : 1;
}
