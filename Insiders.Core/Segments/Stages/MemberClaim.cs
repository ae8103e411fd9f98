namespace Insiders.Core.Segments.Stages;

/// <summary>Something that is said of the members of a group, and how many of them it is true of.</summary>
/// <param name="Key">Stable and language-free, such as <c>lost</c>.</param>
/// <param name="Text">What they do or are, after a number of customers: <c>are lost</c>.</param>
/// <param name="Word">The same in a word or two, after a share: <c>lost</c>.</param>
/// <param name="Count">How many members it is true of.</param>
public sealed record MemberClaim(string Key, LocalText Text, LocalText Word, Func<MemberCounts, int> Count)
{
    /// <summary>A name, a sentence or a plan is shown as true from this share of the members on.</summary>
    public const double LeastShare = 0.7;

    /// <summary>The share of the members it is true of, 0 to 1; 0 where there are none.</summary>
    public double ShareOf(MemberCounts members)
    {
        ArgumentNullException.ThrowIfNull(members);
        return members.Customers == 0 ? 0 : (double)Count(members) / members.Customers;
    }

    /// <summary>True when it may be said of them.</summary>
    public bool HoldsFor(MemberCounts members) => ShareOf(members) >= LeastShare;
}
