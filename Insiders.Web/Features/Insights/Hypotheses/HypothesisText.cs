using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Hypotheses;
using Insiders.Core.Statistics.Hypotheses;

namespace Insiders.Web.Features.Insights.Hypotheses;

/// <summary>Wording of hypotheses: every number in a sentence is one of the result.</summary>
public static class HypothesisText
{
    private const int WeekDays = 7;
    private const double Smallest = 0.0005;

    /// <summary>What is to be said.</summary>
    public static string NameOf(Verdict verdict) => verdict switch
    {
        Verdict.Holds => Texts.VerdictHolds,
        Verdict.DoesNotHold => Texts.VerdictDoesNotHold,
        _ => Texts.VerdictCannotBeSaid,
    };

    /// <summary>What a verdict means.</summary>
    public static string HintOf(Verdict verdict) => verdict switch
    {
        Verdict.Holds => Texts.VerdictHoldsHint,
        Verdict.DoesNotHold => Texts.VerdictDoesNotHoldHint,
        _ => Texts.VerdictCannotBeSaidHint,
    };

    /// <summary>Whom it is about.</summary>
    public static string NameOf(HypothesisGroup group, CustomerTable customers)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(customers);
        return group switch
        {
            { IsBest: true } => customers.Segments is [var best, ..] ? Format.BareNameOf(best.Segment.Name) : Texts.HypothesisBest,
            { SegmentId: { } id } => customers.FindSegment(id) is { } segment ? Format.BareNameOf(segment.Segment.Name) : Texts.HypothesisGone,
            { Stage: { } stage } => SegmentText.NameOf(stage),
            { Country: { } country } => CountryText.NameOf(country),
            _ => Texts.HypothesisEverybody,
        };
    }

    /// <summary>What is compared, as the form calls it.</summary>
    public static string NameOf(HypothesisKind kind) => kind switch
    {
        HypothesisKind.Mean => Texts.HypothesisKindMean,
        HypothesisKind.Median => Texts.HypothesisKindMedian,
        HypothesisKind.PooledReturns => Texts.HypothesisKindPooled,
        HypothesisKind.ShareOfTotal => Texts.HypothesisKindShare,
        HypothesisKind.ShareOfProducts => Texts.HypothesisKindProducts,
        HypothesisKind.RanksTogether => Texts.HypothesisKindRanks,
        HypothesisKind.MonthHalves => Texts.HypothesisKindHalves,
        HypothesisKind.EveryWeekday => Texts.HypothesisKindWeekday,
        _ => Texts.HypothesisKindHour,
    };

    /// <summary>The hypothesis itself, with its group and threshold.</summary>
    public static string ClaimOf(Hypothesis hypothesis, CustomerTable customers)
    {
        ArgumentNullException.ThrowIfNull(hypothesis);
        var (group, measure) = (NameOf(hypothesis.Group, customers), hypothesis.Measure.Length == 0 ? "" : FeatureText.NameOf(hypothesis.Measure));
        var threshold = ThresholdText(hypothesis);
        if (hypothesis == HypothesisCatalog.Find(hypothesis.Id) && CatalogClaimOf(hypothesis.Id) is { } claim)
        {
            return Format.Fill(claim, group, threshold);
        }

        return hypothesis.Kind switch
        {
            HypothesisKind.Mean => Format.Fill(hypothesis.IsAtLeast ? Texts.ClaimMeanLeast : Texts.ClaimMeanMost, group, measure, threshold),
            HypothesisKind.Median => Format.Fill(hypothesis.IsAtLeast ? Texts.ClaimMedianLeast : Texts.ClaimMedianMost, group, measure, threshold),
            HypothesisKind.PooledReturns => Format.Fill(hypothesis.IsAtLeast ? Texts.ClaimPooledLeast : Texts.ClaimPooledMost, group, threshold),
            HypothesisKind.ShareOfTotal => Format.Fill(hypothesis.IsAtLeast ? Texts.ClaimShareLeast : Texts.ClaimShareMost, group, measure, threshold),
            HypothesisKind.ShareOfProducts => Format.Fill(hypothesis.IsAtLeast ? Texts.ClaimProductsLeast : Texts.ClaimProductsMost, group, threshold),
            HypothesisKind.RanksTogether when hypothesis.Threshold == 0 => Format.Fill(hypothesis.IsAtLeast ? Texts.ClaimRanksMore : Texts.ClaimRanksFewer, group, measure, FeatureText.NameOf(hypothesis.Other)),
            HypothesisKind.RanksTogether => Format.Fill(hypothesis.IsAtLeast ? Texts.ClaimRanksLeast : Texts.ClaimRanksMost, group, measure, FeatureText.NameOf(hypothesis.Other), threshold),
            HypothesisKind.MonthHalves => Format.Fill(hypothesis.IsAtLeast ? Texts.ClaimHalvesLeast : Texts.ClaimHalvesMost, threshold),
            HypothesisKind.EveryWeekday => Texts.ClaimWeekdays,
            _ => Texts.ClaimHours,
        };
    }

    /// <summary>What the customers of the run say to it, in a sentence with its figures.</summary>
    public static string SentenceOf(HypothesisVerdict verdict, CustomerTable customers)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        var result = verdict.Result;
        if (result.Silence is { } silence)
        {
            return FiguresOf(result, customers) is { } figures ? $"{figures} {ReasonOf(silence)}" : ReasonOf(silence);
        }

        var sentence = FiguresOf(result, customers) ?? "";
        return verdict.Verdict == Verdict.CannotBeSaid && result is { Low: { } low, High: { } high }
            ? $"{sentence} {Format.Fill(Texts.HypothesisOpen, AmountOf(result.Hypothesis, low), AmountOf(result.Hypothesis, high))}" : sentence;
    }

    /// <summary>The figures without the one customer who moves a mean.</summary>
    public static string WithoutOf(HypothesisResult result, HypothesisWithout without)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(without);
        var measure = result.Hypothesis.Measure;
        return Format.Fill(
            Texts.HypothesisWithout, FeatureText.Value(measure, without.Group), FeatureText.Value(measure, without.Base), RatioOf(without.Ratio));
    }

    /// <summary>How it was computed.</summary>
    public static string MethodOf(HypothesisVerdict verdict, CustomerTable customers)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        var (result, hypothesis) = (verdict.Result, verdict.Result.Hypothesis);
        if (hypothesis.IsCounted)
        {
            return Texts.HypothesisCounted;
        }

        var how = hypothesis.Kind switch
        {
            HypothesisKind.Mean when hypothesis.Measure == HypothesisCatalog.DaysBetween => Texts.MethodMean + " " + Texts.MethodDaysBetween,
            HypothesisKind.Mean => Texts.MethodMean,
            HypothesisKind.Median => Texts.MethodMedian,
            HypothesisKind.PooledReturns => Texts.MethodPooled,
            HypothesisKind.ShareOfTotal => Texts.MethodShare,
            HypothesisKind.RanksTogether => Texts.MethodRanks,
            _ => result is { GroupTotal: { } first, BaseTotal: > 0 and { } second } ? Format.Fill(Texts.MethodHalves, Format.Money(first), Format.Money(second), Format.Percent((first / second) - 1)) : Texts.MethodHalvesNone,
        };
        var interval = result is { Low: { } low, High: { } high, Estimate: { } estimate }
            ? Format.Fill(Texts.MethodInterval, Format.Two(estimate), Format.Two(low), Format.Two(high)) : Texts.MethodNoInterval;
        var small = result.Low is not null && result.GroupCount < HypothesisTest.SureCustomers ? Format.Fill(Texts.MethodSmall, Format.Whole(result.GroupCount)) : "";
        var adjusted = verdict is { AgainstFalse: { } holds, AgainstTrue: { } fails } ? Format.Fill(Texts.MethodAdjusted, Chance(holds), Chance(fails), Format.Percent(HypothesisCatalog.Level)) : "";
        return string.Join(' ', new[] { how, interval, small, adjusted, Texts.MethodAssociation }.Where(text => text.Length > 0));
    }

    /// <summary>What a hypothesis is held against; null where it is counted by weekday or hour.</summary>
    public static double? ThresholdOf(Hypothesis hypothesis)
    {
        ArgumentNullException.ThrowIfNull(hypothesis);
        return hypothesis.Kind is HypothesisKind.EveryWeekday or HypothesisKind.EveryHour ? null : hypothesis.Threshold;
    }

    // Those of the catalogue are worded one by one; what people write is worded by its parts.
    private static string? CatalogClaimOf(string id) => id switch
    {
        "revenue-mean" => Texts.ClaimRevenueMean,
        "revenue-median" => Texts.ClaimRevenueMedian,
        "revenue-share" => Texts.ClaimRevenueShare,
        "items-mean" => Texts.ClaimItemsMean,
        "items-share" => Texts.ClaimItemsShare,
        "products-share" => Texts.ClaimProductsShare,
        "come-back-sooner" => Texts.ClaimComeBackSooner,
        "return-rate-mean" => Texts.ClaimReturnRateMean,
        "return-rate-pooled" => Texts.ClaimReturnRatePooled,
        "returns-mean" => Texts.ClaimReturnsMean,
        "more-items-fewer-returns" => Texts.ClaimMoreItems,
        _ => null,
    };

    // As a ratio is said of the figure before it: "33.7 times as much", "20.3% of that".
    private static string RatioOf(double? ratio) => ratio is not { } known ? "–"
        : known >= 2 ? Format.Fill(Texts.HypothesisTimesAs, known.ToString("#,0.##", CultureInfo.CurrentCulture)) : Format.Fill(Texts.HypothesisOfThat, known.ToString("#,0.#%", CultureInfo.CurrentCulture));

    private static string ThresholdText(Hypothesis hypothesis) => AmountOf(hypothesis, hypothesis.Threshold);

    // A ratio is what people say of it: "2 times", "110.0 %"; a share is a percentage, a correlation a number.
    private static string AmountOf(Hypothesis hypothesis, double value) => hypothesis switch
    {
        { Kind: HypothesisKind.RanksTogether } => Format.Two(value),
        { IsRatio: true } when value >= 2 => Format.Fill(Texts.HypothesisTimes, value.ToString("#,0.##", CultureInfo.CurrentCulture)),
        _ => value.ToString("#,0.#%", CultureInfo.CurrentCulture),
    };

    private static string Chance(double p) => p < Smallest ? "< " + 0.001.ToString(CultureInfo.CurrentCulture) : p.ToString("0.000", CultureInfo.CurrentCulture);

    private static string? FiguresOf(HypothesisResult result, CustomerTable customers)
    {
        var hypothesis = result.Hypothesis;
        return hypothesis.Kind switch
        {
            HypothesisKind.EveryWeekday or HypothesisKind.EveryHour => result.Silence is null ? CountedOf(result) : null,
            HypothesisKind.RanksTogether => result.Estimate is { } ranks
                ? Format.Fill(ranks > 0 ? Texts.FoundRanksMore : Texts.FoundRanksFewer, FeatureText.NameOf(hypothesis.Measure), FeatureText.NameOf(hypothesis.Other), Format.Two(ranks)) : null,
            _ => result is { GroupFigure: { } own, BaseFigure: { } all } ? BothOf(result, NameOf(hypothesis.Group, customers), own, all) : null,
        };
    }

    private static string BothOf(HypothesisResult result, string group, double own, double all)
    {
        var hypothesis = result.Hypothesis;
        var estimate = result.Estimate is { } known ? AmountOf(hypothesis, known) : "–";
        return hypothesis.Kind switch
        {
            HypothesisKind.Mean => Format.Fill(Texts.FoundMean, group, FeatureText.NameOf(hypothesis.Measure), FeatureText.Value(hypothesis.Measure, own), FeatureText.Value(hypothesis.Measure, all), RatioOf(result.Estimate)),
            HypothesisKind.Median => Format.Fill(Texts.FoundMedian, group, FeatureText.NameOf(hypothesis.Measure), FeatureText.Value(hypothesis.Measure, own), FeatureText.Value(hypothesis.Measure, all), RatioOf(result.Estimate)),
            HypothesisKind.PooledReturns => Format.Fill(Texts.FoundPooled, group, Format.Two(100 * own), Format.Two(100 * all), RatioOf(result.Estimate)),
            HypothesisKind.ShareOfTotal => Format.Fill(
                Texts.FoundShare, group, FeatureText.NameOf(hypothesis.Measure), estimate, FeatureText.Value(hypothesis.Measure, own), FeatureText.Value(hypothesis.Measure, all),
                Format.Percent(result.GroupCount / (double)Math.Max(result.BaseCount, 1))),
            HypothesisKind.ShareOfProducts => Format.Fill(Texts.FoundProducts, group, Format.Whole(own), Format.Whole(all), estimate),
            _ => Format.Fill(Texts.FoundHalves, Format.Money(own), Format.Money(all), estimate, Format.Whole(result.GroupCount)),
        };
    }

    private static string CountedOf(HypothesisResult result)
    {
        if (result.Missing.IsEmpty)
        {
            return result.Hypothesis.Kind == HypothesisKind.EveryWeekday ? Texts.FoundEveryWeekday : Texts.FoundEveryHour;
        }

        return result.Hypothesis.Kind == HypothesisKind.EveryWeekday
            ? Format.Fill(Texts.FoundNoWeekday, string.Join(", ", result.Missing.OrderBy(day => (day + WeekDays - 1) % WeekDays).Select(day => CultureInfo.CurrentUICulture.DateTimeFormat.DayNames[day])))
            : Format.Fill(Texts.FoundNoHour, string.Join(", ", Runs(result.Missing)));
    }

    // Hours that follow one another: "0–5, 21–23".
    private static IEnumerable<string> Runs(ImmutableArray<int> hours)
    {
        for (var from = 0; from < hours.Length;)
        {
            var to = from;
            while (to + 1 < hours.Length && hours[to + 1] == hours[to] + 1)
            {
                to++;
            }

            yield return from == to ? $"{hours[from]}" : $"{hours[from]}–{hours[to]}";
            from = to + 1;
        }
    }

    private static string ReasonOf(HypothesisSilence silence) => silence switch
    {
        HypothesisSilence.NoSuchGroup => Texts.SilenceNoSuchGroup,
        HypothesisSilence.NobodyInGroup => Texts.SilenceNobody,
        HypothesisSilence.EverybodyInGroup => Texts.SilenceEverybody,
        HypothesisSilence.TooFewCustomers => Format.Fill(Texts.SilenceTooFew, HypothesisTest.LeastCustomers),
        HypothesisSilence.NobodyDiffers => Texts.SilenceNobodyDiffers,
        HypothesisSilence.NoBounds => Texts.SilenceNoBounds,
        HypothesisSilence.NoSales => Texts.SilenceNoSales,
        HypothesisSilence.TooShort => Format.Fill(Texts.SilenceTooShort, HypothesisTest.LeastMonths),
        _ => Texts.SilenceNoTimes,
    };
}
