using System.Collections.Immutable;
using System.Globalization;
using System.Security.Claims;
using Insiders.Core.Storage;
using Insiders.Web.Account;
using Insiders.Web.Features.Settings;
using Insiders.Web.Shared;

namespace Insiders.Web.Shell.Search;

/// <summary>Finds pages, segments and customers by what somebody types.</summary>
public sealed class SearchQuery(RunStore store, Installation installation)
{
    /// <summary>Characters of a search that are looked at.</summary>
    public const int LongestText = 100;

    private const int CustomersAtMost = 8;

    /// <summary>What there is of a text: pages the person may see, segments by name, customers by id or country.</summary>
    /// <param name="text">What was typed; capital letters and accents of names do not count. Empty: all pages.</param>
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
        if (wanted.Length == 0 || await store.FindPublishedAsync(cancellationToken) is not { } published)
        {
            return [.. pages];
        }

        var segments = published.Segments.Where(row => Has(Figures.NameOf(row.Segment.Name), wanted)).Select(row => new SearchHit(
            SearchKind.Segment,
            Figures.NameOf(row.Segment.Name),
            Figures.Fill(Texts.SearchCustomers, Figures.Whole(row.Segment.Profile.Customers)),
            Links.Segment(row.SegmentId)));
        return [.. pages, .. segments, .. await CustomersAsync(published, wanted, cancellationToken)];
    }

    private async Task<IEnumerable<SearchHit>> CustomersAsync(PublishedRun published, string wanted, CancellationToken cancellationToken)
    {
        var exact = await store.FindCustomerAsync(published.Run.Id, wanted, cancellationToken);
        var found = await store.ListCustomersAsync(published.Run.Id, new CustomerQuery { Text = wanted, Limit = CustomersAtMost }, cancellationToken);
        return new[] { exact }.OfType<CustomerRow>().Concat(found.Rows).DistinctBy(row => row.CustomerId).Take(CustomersAtMost).Select(row => new SearchHit(
            SearchKind.Customer,
            Figures.CustomerName(row.CustomerId, installation.General),
            published.Segments.FirstOrDefault(segment => segment.SegmentId == row.SegmentId) is { } segment ? $"{row.Country} · {Figures.NameOf(segment.Segment.Name)}" : row.Country,
            Links.Customer(row.CustomerId)));
    }

    private static bool Has(string name, string wanted)
        => CultureInfo.CurrentCulture.CompareInfo.IndexOf(name, wanted, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;
}
