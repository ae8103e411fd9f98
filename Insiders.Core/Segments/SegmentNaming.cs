using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Segments.Stages;

namespace Insiders.Core.Segments;

/// <summary>Names segments by what they are: their revenue and recency against the average customer, and what their members do.</summary>
/// <remarks>
/// The key depends on the segment and the base, never on its place in a list. The name is that of its region, unless it claims
/// activity of members who show none (<see cref="MemberClaim.LeastShare"/>): then it is the region's plain name. Only segments of the
/// same character look at each other, to be told apart: with recipes other than the study's by what their members do, then two of them by the larger of their differences (spend or recency, as a ratio),
/// three or more by their order of spend.
/// </remarks>
public static class SegmentNaming
{
    private static readonly ImmutableArray<LocalText> s_ranks =
    [
        new("highest spend", "maior gasto"), new("second-highest spend", "segundo maior gasto"), new("third-highest spend", "terceiro maior gasto"),
        new("fourth-highest spend", "quarto maior gasto"), new("fifth-highest spend", "quinto maior gasto"), new("sixth-highest spend", "sexto maior gasto"),
    ];

    /// <summary>One name per segment, unique within the run.</summary>
    /// <param name="segments">Profiles of segments, in any order; none is empty.</param>
    /// <param name="basis">The profile of all customers, as <see cref="GroupProfiles.OfBase"/> gives it.</param>
    /// <param name="members">What the members of each segment do, in the order of <paramref name="segments"/>; null where stages are not known: names are then those of the regions.</param>
    /// <param name="keepsStudyNames">The study's eight names stay where they do not hold, with a <see cref="NameDoubt"/>.</param>
    /// <returns>Names in the order of <paramref name="segments"/>; <see cref="SegmentRegions.All"/> lists what there is.</returns>
    /// <remarks>O(s log s) time for s segments; reordering the list reorders the names and changes none.</remarks>
    public static ImmutableArray<SegmentName> Name(
        IReadOnlyList<GroupProfile> segments, GroupProfile basis, IReadOnlyList<MemberCounts>? members = null, bool keepsStudyNames = true)
    {
        ArgumentNullException.ThrowIfNull(segments);
        ArgumentNullException.ThrowIfNull(basis);
        SegmentRegion[] regions = [.. segments.Select(segment => SegmentRegions.Of(segment, basis))];
        var keys = TellApart([.. regions.Select(region => region.Name)], segments);
        SegmentName[] names = [.. regions.Select((region, i) => Holds(region, members?[i]) || (keepsStudyNames && region.IsOfStudy) ? region.Name : region.Plain)];
        var shown = TellApart(keepsStudyNames || members is null ? names : WithActivity(names, members), segments);
        if (!keepsStudyNames && segments.Count > 1)
        {
            shown = [.. shown.Select((name, i) => segments[i].Customers == 1 ? Qualified(name, "outlier", "an outlier", "cliente atípico") : name)];
        }

        return [.. Enumerable.Range(0, segments.Count).Select(i => Judge(shown[i] with { Key = keys[i].Key }, members?[i]))];
    }

    /// <summary>The name with or without a doubt, by what the members do.</summary>
    /// <param name="name">As <see cref="Name"/> gives it, or as people changed it: what people call a segment claims nothing.</param>
    /// <param name="members">Its members; null where stages are not known.</param>
    public static SegmentName Judge(SegmentName name, MemberCounts? members)
    {
        ArgumentNullException.ThrowIfNull(name);
        return members is { Customers: > 0 } && ClaimOf(name) is { } claim && !claim.HoldsFor(members)
            ? name with { Doubt = new NameDoubt(claim, claim.Count(members), members.Customers) }
            : name with { Doubt = null };
    }

    /// <summary>What a name says about the members' activity; null where it speaks of their spending alone, or people gave it.</summary>
    public static MemberClaim? ClaimOf(SegmentName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return SegmentRegions.All.FirstOrDefault(region => IsNameOf(region, name))?.Claim
            ?? MemberClaims.All.FirstOrDefault(claim => SegmentRegions.All.Any(region => IsQualified(name.English, $"{region.Plain.English}, {claim.Word.English}", " (")));
    }

    // Segments of one name that differ in what their members do say so: "Light Buyers, gone quiet". A name that claims something already has said it.
    private static SegmentName[] WithActivity(SegmentName[] names, IReadOnlyList<MemberCounts> members)
    {
        var activities = members.Select(SegmentPortrait.ActivityOf).ToArray();
        var differing = Enumerable.Range(0, names.Length).GroupBy(i => names[i])
            .Where(group => ClaimOf(group.Key) is null && group.Select(i => activities[i]).Distinct().Count() > 1).SelectMany(group => group).ToHashSet();
        return [.. names.Select((name, i) => differing.Contains(i) && activities[i] is { } activity
            ? name with { English = $"{name.English}, {activity.Word.English}", Portuguese = $"{name.Portuguese}, {activity.Word.Portuguese}" } : name)];
    }

    private static bool Holds(SegmentRegion region, MemberCounts? members) => region.Claim is not { } claim || members is null || claim.HoldsFor(members);

    private static bool IsNameOf(SegmentRegion region, SegmentName name)
        => IsQualified(name.Key, region.Name.Key, "-") && IsQualified(name.English, region.Name.English, " (");

    private static bool IsQualified(string text, string start, string separator)
        => text.StartsWith(start, StringComparison.Ordinal) && (text.Length == start.Length || text.AsSpan(start.Length).StartsWith(separator, StringComparison.Ordinal));

    private static SegmentName[] TellApart(SegmentName[] names, IReadOnlyList<GroupProfile> segments)
    {
        var told = new SegmentName[names.Length];
        foreach (var group in Enumerable.Range(0, names.Length).GroupBy(i => names[i]))
        {
            int[] alike = [.. group.OrderByDescending(i => segments[i].MeanRevenueAmount).ThenBy(i => segments[i].RecencyDays)];
            for (var rank = 0; rank < alike.Length; rank++)
            {
                told[alike[rank]] = alike.Length switch
                {
                    1 => group.Key,
                    2 => OneOfTwo(group.Key, segments[alike[rank]], segments[alike[1 - rank]], rank == 0),
                    _ => Ranked(group.Key, rank),
                };
            }
        }

        return told;
    }

    private static SegmentName OneOfTwo(SegmentName name, GroupProfile segment, GroupProfile other, bool spendsMore)
    {
        var bySpend = Distance(segment.MeanRevenueAmount, other.MeanRevenueAmount) >= Distance(segment.RecencyDays, other.RecencyDays);
        return (bySpend, spendsMore, segment.RecencyDays < other.RecencyDays) switch
        {
            (true, true, _) => Qualified(name, "higher-spend", "higher spend", "gasto maior"),
            (true, false, _) => Qualified(name, "lower-spend", "lower spend", "gasto menor"),
            (false, _, true) => Qualified(name, "more-recent", "more recent", "mais recentes"),
            (false, _, false) => Qualified(name, "less-recent", "less recent", "menos recentes"),
        };
    }

    private static SegmentName Ranked(SegmentName name, int rank)
    {
        var number = (rank + 1).ToString(CultureInfo.InvariantCulture);
        var text = rank < s_ranks.Length ? s_ranks[rank] : new LocalText($"{number}th-highest spend", $"{number}º maior gasto");
        return Qualified(name, $"tier-{number}", text.English, text.Portuguese);
    }

    private static SegmentName Qualified(SegmentName name, string key, string english, string portuguese)
        => new($"{name.Key}-{key}", $"{name.English} ({english})", $"{name.Portuguese} ({portuguese})");

    // One day or one unit of money is added so that a mean of zero has a ratio too.
    private static double Distance(double a, double b) => Math.Abs(Math.Log((a + 1) / (b + 1)));
}
