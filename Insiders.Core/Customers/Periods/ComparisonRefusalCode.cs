namespace Insiders.Core.Customers.Periods;

/// <summary>Why a period stands alone.</summary>
public enum ComparisonRefusalCode
{
    /// <summary>It ends after the last day with sales: it is unfinished.</summary>
    Unfinished,

    /// <summary>It begins before the first day with sales.</summary>
    BeginsEarlier,

    /// <summary>Days without any sale, too many for the shop's habit, lie in it.</summary>
    HasGap,

    /// <summary>What it is compared with ends after the last day with sales.</summary>
    OtherUnfinished,

    /// <summary>What it is compared with begins before the first day with sales.</summary>
    OtherBeginsEarlier,

    /// <summary>Days without any sale lie in what it is compared with.</summary>
    OtherHasGap,

    /// <summary>The two are not as long as each other.</summary>
    UnequalSpans,

    /// <summary>The two have days in common.</summary>
    Overlap,

    /// <summary>The calendar has no such period: 29 February a year ago.</summary>
    NoSuchPeriod,
}
