using System.Collections.Immutable;
using Insiders.Core.Statistics.Rules;

namespace Insiders.Core.Programmes;

/// <summary>Conditions in words: what tells members from others, found in the data.</summary>
/// <param name="Columns">Names of the measures that conditions speak of, by <see cref="RuleCondition.Column"/>.</param>
/// <param name="Rule">The conditions and how well they do.</param>
/// <param name="MetByOthers">Customers who meet the conditions and are not what the rule is about, by id; the highest revenue first.</param>
/// <param name="Missed">Those it is about who do not meet the conditions, likewise.</param>
public sealed record MemberRule(ImmutableArray<string> Columns, MembershipRule Rule, ImmutableArray<string> MetByOthers, ImmutableArray<string> Missed)
{
    /// <summary>Below this precision or recall a rule fits badly and is said to.</summary>
    public const double GoodShare = 0.9;

    /// <summary>With fewer members a rule says little about customers to come.</summary>
    public const int FewMembers = 30;

    /// <summary>True when the conditions describe members well.</summary>
    public bool IsGood => Rule.Precision >= GoodShare && Rule.Recall >= GoodShare;

    /// <summary>The condition on a measure, as one of a tier.</summary>
    public string MeasureOf(RuleCondition condition) => Columns[condition.Column];
}
