using System.Globalization;
using Insiders.Core.Analysis;
using Insiders.Core.Features;
using Insiders.Core.Storage;

namespace Insiders.Web.Features.Customers;

/// <summary>The two fields of a range, with the decimal mark of the page's language, whatever the browser's is; shares are written as per cent.</summary>
public static class RangeInput
{
    private const int Percent = 100;

    /// <summary>True for features whose fields are per cent.</summary>
    public static bool IsPercent(string feature) => CustomerBase.UnitOf(feature) == FeatureUnit.Share;

    /// <summary>What a field shows for a bound.</summary>
    public static string? Write(string feature, double? bound) => bound is { } value ? ((decimal)value * Scale(feature)).ToString("0.##########", CultureInfo.CurrentCulture) : null;

    /// <summary>The range of two fields; null when both are empty, one is no number, or they are the wrong way round.</summary>
    public static FeatureRange? Read(string feature, string? from, string? to)
    {
        if (!TryRead(feature, from, out var least) || !TryRead(feature, to, out var greatest) || (least ?? greatest) is null || least > greatest)
        {
            return null;
        }

        return new FeatureRange(feature, least, greatest);
    }

    private static bool TryRead(string feature, string? text, out double? bound)
    {
        bound = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
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
