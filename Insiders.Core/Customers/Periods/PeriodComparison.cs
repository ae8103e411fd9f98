namespace Insiders.Core.Customers.Periods;

/// <summary>A period, and the one its figures are compared with.</summary>
/// <param name="Kind">What was asked for.</param>
/// <param name="Now">The period looked at.</param>
/// <param name="Before">The one it is compared with; null where there is none, which <paramref name="Refusal"/> then says.</param>
/// <param name="Refusal">Why it stands alone; null where it is compared, and where nobody asked for that.</param>
public sealed record PeriodComparison(ComparisonKind Kind, Period Now, Period? Before, ComparisonRefusal? Refusal)
{
    /// <summary>Puts two periods side by side if they can be.</summary>
    /// <param name="coverage">The days of the run.</param>
    /// <param name="now">The period looked at.</param>
    /// <param name="kind">What it is compared with.</param>
    /// <param name="own">The period of one's own; looked at for <see cref="ComparisonKind.Own"/> alone.</param>
    public static PeriodComparison Of(PeriodCoverage coverage, Period now, ComparisonKind kind, Period? own = null)
    {
        ArgumentNullException.ThrowIfNull(coverage);
        ArgumentNullException.ThrowIfNull(now);
        if (kind is ComparisonKind.None or ComparisonKind.Run)
        {
            return new(kind, now, null, null);
        }

        var other = kind switch
        {
            ComparisonKind.Previous => now.Previous,
            ComparisonKind.YearAgo => now.YearBefore,
            _ => own,
        };
        var refusal = Refuse(coverage, now, other);
        return new(kind, now, refusal is null ? other : null, refusal);
    }

    private static ComparisonRefusal? Refuse(PeriodCoverage coverage, Period now, Period? other)
        => other is null ? new(ComparisonRefusalCode.NoSuchPeriod, now)
            : !now.IsLike(other) ? new(ComparisonRefusalCode.UnequalSpans, other)
            : now.Overlaps(other) ? new(ComparisonRefusalCode.Overlap, other)
            : coverage.Doubt(now) ?? (coverage.Doubt(other) is { } doubt ? doubt with { Code = OfOther(doubt.Code) } : null);

    private static ComparisonRefusalCode OfOther(ComparisonRefusalCode code) => code switch
    {
        ComparisonRefusalCode.Unfinished => ComparisonRefusalCode.OtherUnfinished,
        ComparisonRefusalCode.BeginsEarlier => ComparisonRefusalCode.OtherBeginsEarlier,
        _ => ComparisonRefusalCode.OtherHasGap,
    };
}
