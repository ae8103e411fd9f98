using System.Collections.Immutable;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Customers;
using Insiders.Web.Navigation;

namespace Insiders.Web.Features.Insights;

/// <summary>Whom a page of figures is about.</summary>
/// <param name="Published">The published run.</param>
/// <param name="Query">The address.</param>
/// <param name="Filter">The conditions in it.</param>
/// <param name="Rows">The customers who meet them.</param>
public sealed record InsightsScope(PublishedRun Published, AddressQuery Query, CustomerFilter Filter, ImmutableArray<int> Rows)
{
    /// <summary>Reads an address. A month in it is about another question and not looked at.</summary>
    public static InsightsScope Read(PublishedRun published, AddressQuery query)
    {
        ArgumentNullException.ThrowIfNull(published);
        var filter = FilterAddress.Read(query, published.Customers) with { Month = null };
        return new(published, query, filter, published.Customers.Select(filter));
    }

    /// <summary>The customers.</summary>
    public CustomerTable Customers => Published.Customers;

    /// <summary>Which rows are asked about; null for all.</summary>
    public bool[]? IsAsked()
    {
        if (Rows.Length == Customers.Count)
        {
            return null;
        }

        var asked = new bool[Customers.Count];
        foreach (var row in Rows)
        {
            asked[row] = true;
        }

        return asked;
    }

    /// <summary>The same page about others.</summary>
    /// <param name="filter">The conditions.</param>
    /// <param name="path">The page.</param>
    public string To(CustomerFilter filter, string path) => FilterAddress.Write(Query, filter).To(path);

    /// <summary>The list of some of them: the conditions, and a segment more.</summary>
    public string ListOf(long segmentId) => Links.Customers(Filter with { SegmentIds = [segmentId] });
}
