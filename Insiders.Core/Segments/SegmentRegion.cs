using Insiders.Core.Segments.Stages;

namespace Insiders.Core.Segments;

/// <summary>A region of the plane of revenue and recency against the base, and what a segment in it is called.</summary>
/// <param name="Name">Key and texts.</param>
/// <param name="RevenueFrom">Least mean revenue ÷ the base's mean revenue, included.</param>
/// <param name="RevenueBelow">Bound it stays below; may be infinite.</param>
/// <param name="RecencyFrom">Least mean recency ÷ the base's mean recency, included.</param>
/// <param name="RecencyBelow">Bound it stays below; may be infinite.</param>
/// <param name="Spend">What its customers spend on average, as the beginning of a sentence.</param>
public sealed record SegmentRegion(SegmentName Name, double RevenueFrom, double RevenueBelow, double RecencyFrom, double RecencyBelow, LocalText Spend)
{
    /// <summary>What the name says about the members' activity; null where it speaks of their spending alone.</summary>
    public MemberClaim? Claim { get; init; }

    /// <summary>The name that says nothing about activity: for segments whose members the other is not true of.</summary>
    public SegmentName Plain { get => field ?? Name; init; }

    /// <summary>One of the study's eight: with the study's recipe the name stays whatever its members do, and says how many it is true of.</summary>
    public bool IsOfStudy { get; init; }

    /// <summary>Whether a segment lies in the region.</summary>
    /// <param name="revenueRatio">Mean revenue ÷ the base's mean revenue, 0 or more.</param>
    /// <param name="recencyRatio">Mean recency ÷ the base's mean recency, 0 or more.</param>
    public bool Contains(double revenueRatio, double recencyRatio)
        => revenueRatio >= RevenueFrom && revenueRatio < RevenueBelow && recencyRatio >= RecencyFrom && recencyRatio < RecencyBelow;
}
