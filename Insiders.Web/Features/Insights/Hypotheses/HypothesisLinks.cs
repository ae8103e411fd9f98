using System.Collections.Immutable;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Hypotheses;
using Insiders.Web.Navigation;

namespace Insiders.Web.Features.Insights.Hypotheses;

/// <summary>The lists of the customers that a hypothesis is about.</summary>
public static class HypothesisLinks
{
    /// <summary>Links to the group and to all customers; without those whose list cannot be filtered to exactly who is counted.</summary>
    public static ImmutableArray<(string Address, string Text)> Of(HypothesisResult result, CustomerTable customers)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(customers);
        if (result.Hypothesis.Group.FilterOf(customers) is not { } filter)
        {
            return [];
        }

        var links = ImmutableArray.CreateBuilder<(string, string)>();
        if (!filter.IsNone && customers.Select(filter).Length is var members and > 0 && members == result.GroupCount)
        {
            links.Add((Links.Customers(filter), Format.Fill(Texts.HypothesisGroupLink, Format.Whole(members), HypothesisText.NameOf(result.Hypothesis.Group, customers))));
        }

        if (result.BaseCount == customers.Count)
        {
            links.Add((Links.Customers(CustomerFilter.None), Format.Fill(Texts.HypothesisAllLink, Format.Whole(customers.Count))));
        }

        return links.ToImmutable();
    }
}
