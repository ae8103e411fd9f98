using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using Insiders.Core.Analysis;
using Insiders.Web.Account;
using Insiders.Web.Features.Settings;
using Insiders.Web.Shared;
using Insiders.Web.Shared.Address;
using Insiders.Web.Shared.Base;

namespace Insiders.Web.Shell.Search;

/// <summary>Finds pages, segments and customers by what somebody types; segments and customers in the published base.</summary>
public sealed class SearchQuery(BaseDesk desk, Installation installation)
{
    /// <summary>Characters of a search that are looked at.</summary>
    public const int LongestText = 100;

    private const int CustomersAtMost = 8;

    // An index lives as long as its base.
    private readonly ConditionalWeakTable<CustomerBase, CustomerIndex> _indexes = [];

    /// <summary>What there is of a text: pages the person may see, segments by name, customers by id, country or invented name.</summary>
    /// <param name="text">What was typed; capital letters and accents do not count. Empty: all pages.</param>
    /// <param name="person">Who asks.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Pages first, then segments, then at most 8 customers: one of exactly this id before others, which go by revenue.</returns>
    public async Task<ImmutableArray<SearchHit>> FindAsync(string text, ClaimsPrincipal person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(person);
        var wanted = text.Trim();
        wanted = wanted[..Math.Min(wanted.Length, LongestText)];
        var pages = PageCatalog.All.Where(page => person.May(page.Role) && Has(page.Title(), wanted))
            .Select(page => new SearchHit(SearchKind.Page, page.Title(), null, page.Address));
        if (wanted.Length == 0 || await desk.FindAsync(cancellationToken) is not { Customers: var customers })
        {
            return [.. pages];
        }

        var segments = customers.Segments.Where(row => Has(Figures.NameOf(row.Segment.Name), wanted)).Select(row => new SearchHit(
            SearchKind.Segment,
            Figures.NameOf(row.Segment.Name),
            Figures.Fill(Texts.SearchCustomers, Figures.Whole(row.Segment.Profile.Customers)),
            Links.Segment(row.SegmentId)));
        var index = _indexes.GetValue(customers, static known => new CustomerIndex(known));
        var found = index.Find(wanted, installation.General.InventedNames, CustomersAtMost).Select(row => HitOf(customers, row));
        return [.. pages, .. segments, .. found];
    }

    private SearchHit HitOf(CustomerBase customers, int row) => new(
        SearchKind.Customer,
        Figures.CustomerName(customers.Ids[row], installation.General),
        customers.SegmentAt(row) is { } segment ? $"{customers.Countries[row]} · {Figures.NameOf(segment.Segment.Name)}" : customers.Countries[row],
        Links.Customer(customers.Ids[row]));

    private static bool Has(string name, string wanted)
        => CultureInfo.CurrentCulture.CompareInfo.IndexOf(name, wanted, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;
}
