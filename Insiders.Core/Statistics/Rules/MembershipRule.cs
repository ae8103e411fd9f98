using System.Collections.Immutable;

namespace Insiders.Core.Statistics.Rules;

/// <summary>Conditions that together say who is a member, and how well they do.</summary>
/// <param name="Conditions">All must be met; none where no condition told members from others.</param>
/// <param name="Met">Customers who meet them.</param>
/// <param name="MembersMet">Members among those.</param>
/// <param name="Members">All members.</param>
/// <param name="Customers">All customers.</param>
public sealed record MembershipRule(ImmutableArray<RuleCondition> Conditions, int Met, int MembersMet, int Members, int Customers)
{
    /// <summary>The share of those who meet the conditions that are members, 0 to 1; null when nobody meets them.</summary>
    public double? Precision => Met == 0 ? null : MembersMet / (double)Met;

    /// <summary>The share of the members who meet the conditions, 0 to 1; null without members.</summary>
    public double? Recall => Members == 0 ? null : MembersMet / (double)Members;

    /// <summary>The share of all customers who meet the conditions, 0 to 1.</summary>
    public double Coverage => Customers == 0 ? 0 : Met / (double)Customers;

    /// <summary>Precision and recall in one number, their harmonic mean: 1 when the conditions say exactly who is a member.</summary>
    public double F1 => Met + Members == 0 ? 0 : 2.0 * MembersMet / (Met + Members);
}
