using System.Collections.Immutable;
using Insiders.Core.Programmes;

namespace Insiders.Core.Application.Programmes;

/// <summary>A programme as it is stored, with everything a review needs of it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Programme">Tiers and policy.</param>
/// <param name="ChangedAt">When somebody changed it; null while it is the one that nobody set up.</param>
/// <param name="ChangedBy">Who did.</param>
/// <param name="Members">The members, by customer id.</param>
/// <param name="Decisions">What people decided by hand, by customer id.</param>
/// <param name="Reviews">The reviews, newest first.</param>
public sealed record StoredProgramme(
    long Id, Programme Programme, DateTimeOffset? ChangedAt, string? ChangedBy, ImmutableArray<Member> Members, ImmutableArray<ManualDecision> Decisions, ImmutableArray<ReviewRow> Reviews)
{
    /// <summary>The last day of the data at the last review; null before the first.</summary>
    public DateOnly? ReviewedOn => Reviews.IsEmpty ? null : Reviews.Max(review => review.On);

    /// <summary>The last day of the data when everybody was last reviewed; what the rhythm counts from.</summary>
    public DateOnly? EverybodyReviewedOn => Reviews.Where(review => review.Cause != ReviewCause.ChangesOnly && review.Cause != ReviewCause.ByHand).Select(review => (DateOnly?)review.On).Max();
}
