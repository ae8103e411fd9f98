using System.Globalization;
using Insiders.Core.Customers.Periods;

namespace Insiders.Web.Localization;

/// <summary>Periods and comparisons in words.</summary>
public static class PeriodText
{
    private const char NoBreak = '\u2060';
    private const string Signed = "+0.0%;−0.0%;0.0%";

    /// <summary>A period: Nov 2017; 20 Nov 2017 to 26 Nov 2017; Sep 2017 to Nov 2017.</summary>
    public static string NameOf(Period period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return period.Unit == PeriodUnit.Month ? Range(Format.Month(period.First), Format.Month(period.Last)) : Range(Format.Day(period.First), Format.Day(period.Last));

        static string Range(string from, string to) => from == to ? from : Format.Fill(Texts.PeriodRange, from, to);
    }

    /// <summary>A period that is still running says so.</summary>
    public static string NameOf(Period period, PeriodCoverage coverage)
    {
        ArgumentNullException.ThrowIfNull(coverage);
        return coverage.IsUnfinished(period) ? Format.Fill(Texts.PeriodSoFar, NameOf(period)) : NameOf(period);
    }

    /// <summary>Several of a unit, as a choice.</summary>
    public static string NameOf(PeriodUnit unit) => unit switch
    {
        PeriodUnit.Day => Texts.PeriodUnitDay,
        PeriodUnit.Week => Texts.PeriodUnitWeek,
        _ => Texts.PeriodUnitMonth,
    };

    /// <summary>One of a unit, within a sentence.</summary>
    public static string OneOf(PeriodUnit unit) => unit switch
    {
        PeriodUnit.Day => Texts.UnitNameDay,
        PeriodUnit.Week => Texts.UnitNameWeek,
        _ => Texts.UnitNameMonth,
    };

    /// <summary>What a comparison is with, as a choice.</summary>
    public static string NameOf(ComparisonKind kind) => kind switch
    {
        ComparisonKind.Previous => Texts.ComparePrevious,
        ComparisonKind.YearAgo => Texts.CompareYearAgo,
        ComparisonKind.Run => Texts.CompareRun,
        ComparisonKind.Own => Texts.CompareOwn,
        _ => Texts.CompareNone,
    };

    /// <summary>Why a period stands alone.</summary>
    public static string Of(ComparisonRefusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        var (period, day) = (NameOf(refusal.Period), refusal.Day is { } known ? Format.Day(known) : "");
        return refusal.Code switch
        {
            ComparisonRefusalCode.Unfinished => Format.Fill(Texts.CompareUnfinished, period, day),
            ComparisonRefusalCode.BeginsEarlier => Format.Fill(Texts.CompareBeginsEarlier, period, day),
            ComparisonRefusalCode.HasGap => Format.Fill(Texts.CompareHasGap, period, day),
            ComparisonRefusalCode.OtherUnfinished => Format.Fill(Texts.CompareOtherUnfinished, period, day),
            ComparisonRefusalCode.OtherBeginsEarlier => Format.Fill(Texts.CompareOtherBeginsEarlier, period, day),
            ComparisonRefusalCode.OtherHasGap => Format.Fill(Texts.CompareOtherHasGap, period, day),
            ComparisonRefusalCode.UnequalSpans => Format.Fill(Texts.CompareUnequal, period, Format.Days(refusal.Period.Days)),
            ComparisonRefusalCode.Overlap => Format.Fill(Texts.CompareOverlap, period),
            _ => Format.Fill(Texts.CompareNoSuch, period),
        };
    }

    /// <summary>A change as a part of what was: +10.5%.</summary>
    public static string Ratio(double ratio) => Math.Round(ratio, 3, MidpointRounding.AwayFromZero).ToString(Signed, CultureInfo.CurrentCulture);

    /// <summary>A difference of money with its sign, which no line may end with.</summary>
    public static string Difference(double amount) => $"{(amount < 0 ? '−' : '+')}{NoBreak}{Format.WholeMoney(Math.Abs(amount))}";
}
