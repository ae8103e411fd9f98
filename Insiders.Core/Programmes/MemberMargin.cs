using Insiders.Core.Customers;

namespace Insiders.Core.Programmes;

/// <summary>How close a member is to losing the tier: the condition with the least room.</summary>
/// <param name="Measure">The measure of the condition.</param>
/// <param name="AtLeast">True for at least, false for less than or at most.</param>
/// <param name="Threshold">The bound.</param>
/// <param name="Value">What the member has.</param>
/// <param name="RoomShare">The room as a share of the bound; negative where the condition is not met.</param>
/// <param name="IsFromRule">True where the programme asks for a segment and the condition is the one in words that tells its members from others.</param>
public sealed record MemberMargin(string Measure, bool AtLeast, double Threshold, double Value, double RoomShare, bool IsFromRule)
{
    /// <summary>The condition with the least room, of those of the tier on measures, else of the entry rule in words.</summary>
    /// <param name="member">The member.</param>
    /// <param name="customers">The customers of the published run.</param>
    /// <param name="entry">The entry rule; null where there is none.</param>
    /// <returns>Null where no condition has a bound to compare with.</returns>
    public static MemberMargin? Of(Member member, CustomerTable customers, MemberRule? entry)
    {
        ArgumentNullException.ThrowIfNull(member);
        ArgumentNullException.ThrowIfNull(customers);
        var own = member.Evidence.SelectMany(reading => reading is { Condition: MeasureCondition measure, Value: { } value } ? Bounds(measure, value) : []).MinBy(margin => margin.RoomShare);
        if (own is not null || entry is null || customers.FindRow(member.CustomerId) is not { } row)
        {
            return own;
        }

        return entry.Rule.Conditions.Select(condition => Margin(entry.MeasureOf(condition), condition.AtLeast, condition.Threshold, customers.Feature(entry.MeasureOf(condition))[row], isFromRule: true))
            .OfType<MemberMargin>().MinBy(margin => margin.RoomShare);
    }

    private static IEnumerable<MemberMargin> Bounds(MeasureCondition condition, double value)
        => new[]
        {
            condition.From is { } from ? Margin(condition.Measure, atLeast: true, from, value, isFromRule: false) : null,
            condition.To is { } to ? Margin(condition.Measure, atLeast: false, to, value, isFromRule: false) : null,
        }.OfType<MemberMargin>();

    private static MemberMargin? Margin(string measure, bool atLeast, double threshold, double value, bool isFromRule)
        => threshold == 0 || !double.IsFinite(value) ? null : new(measure, atLeast, threshold, value, (atLeast ? value - threshold : threshold - value) / Math.Abs(threshold), isFromRule);
}
