using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using Insiders.Core.Application.Access;
using Insiders.Core.Application.Audiences;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Application.Settings;
using Insiders.Core.Cleaning;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Sales;
using Insiders.Web.Components;
using Insiders.Web.Components.ColumnGroups;
using Insiders.Web.Features.Settings;
using Insiders.Web.Navigation;

namespace Insiders.Web.Shell.Search;

/// <summary>Searches the site: pages, settings, glossary terms, and the published run with its sales.</summary>
public sealed class SearchQuery(PublishedRunCache cache, AudienceService audiences, SettingsService settings)
{
    /// <summary>Number of characters of a search text that are used.</summary>
    public const int LongestText = 100;

    private const int CustomersAtMost = 8;
    private const int OthersAtMost = 5;

    // An index lives as long as the object it indexes.
    private readonly ConditionalWeakTable<CustomerTable, CustomerIndex> _customers = [];
    private readonly ConditionalWeakTable<CustomerTable, Countries> _countries = [];
    private readonly ConditionalWeakTable<RunSales, ProductIndex> _products = [];

    /// <summary>Finds a text in everything the person may see, and in nothing else.</summary>
    /// <param name="text">The search text; case and accents are ignored. An empty text returns all pages.</param>
    /// <param name="person">Who asks. Settings are for administrators, audiences for their owner and those they are shared with.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Hits in the order of <see cref="SearchKind"/>, every address once. At most 8 customers, an exact match of the id first and the others by revenue; at most 5 of any other kind that may have many.</returns>
    public async Task<ImmutableArray<SearchHit>> FindAsync(string text, ClaimsPrincipal person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(person);
        var wanted = text.Trim();
        wanted = wanted[..Math.Min(wanted.Length, LongestText)];
        var pages = PageCatalog.All.Where(page => person.May(page.Role) && Has(page.Title(), wanted))
            .Select(page => new SearchHit(SearchKind.Page, page.Title(), null, page.Address));
        if (wanted.Length == 0)
        {
            return [.. pages];
        }

        var found = new List<SearchHit>([.. pages, .. Settings(wanted, person), .. Terms(wanted), .. await AudiencesAsync(wanted, person, cancellationToken)]);
        if (await cache.FindAsync(cancellationToken) is { } published)
        {
            found.AddRange([.. Segments(published.Customers, wanted), .. CountriesOf(published.Customers, wanted), .. await ProductsAsync(published.Sales, wanted, cancellationToken), .. Customers(published.Customers, wanted)]);
        }

        return [.. found.OrderBy(hit => hit.Kind).DistinctBy(hit => hit.Address)];
    }

    private static IEnumerable<SearchHit> Settings(string wanted, ClaimsPrincipal person) => !person.May(Role.Admin) ? []
        : SettingsCards.All.Where(card => Has(card.Title(), wanted) || Has(card.Lead(), wanted)).Select(card => new SearchHit(SearchKind.Setting, card.Title(), null, card.Address));

    private static IEnumerable<SearchHit> Terms(string wanted) => GlossaryCatalog.Terms().Concat(GlossaryCatalog.Features()).Where(entry => Has(entry.Name, wanted) || Has(entry.Key, wanted)).Take(OthersAtMost)
        .Select(entry => new SearchHit(SearchKind.Term, entry.Name, null, Links.Glossary(entry.Key)));

    private async Task<IEnumerable<SearchHit>> AudiencesAsync(string wanted, ClaimsPrincipal person, CancellationToken cancellationToken)
        => (await audiences.ListAsync(person.ToActor(), cancellationToken)).Where(audience => Has(audience.Name, wanted)).Take(OthersAtMost)
            .Select(audience => new SearchHit(SearchKind.Audience, audience.Name, Count(audience.Customers), Links.Audience(audience.Id)));

    private static IEnumerable<SearchHit> Segments(CustomerTable customers, string wanted) => customers.Segments.Where(row => Has(Format.NameOf(row.Segment.Name), wanted))
        .Select(row => new SearchHit(SearchKind.Segment, Format.NameOf(row.Segment.Name), Count(row.Segment.Profile.Customers), Links.Segment(row.SegmentId)));

    private IEnumerable<SearchHit> CountriesOf(CustomerTable customers, string wanted) => _countries.GetValue(customers, Countries.Of).All.Where(country => CountryCatalog.IsMeant(country.Key, wanted)).Take(OthersAtMost)
        .Select(country => new SearchHit(SearchKind.Country, CountryText.NameOf(country.Key), Count(country.Value), Links.Map(country.Key)));

    private async Task<IEnumerable<SearchHit>> ProductsAsync(RunSales? sales, string wanted, CancellationToken cancellationToken)
    {
        if (sales is null)
        {
            return [];
        }

        var products = await sales.AllProductsAsync(cancellationToken);
        return _products.GetValue(sales, _ => new ProductIndex(products)).Find(wanted, OthersAtMost)
            .Select(product => new SearchHit(SearchKind.Product, product.Description.Length == 0 ? product.StockCode : product.Description, product.StockCode, Links.Product(product.StockCode)));
    }

    private IEnumerable<SearchHit> Customers(CustomerTable customers, string wanted)
        => _customers.GetValue(customers, static known => new CustomerIndex(known)).Find(wanted, settings.General.InventedNames, CustomersAtMost).Select(row => HitOf(customers, row));

    private SearchHit HitOf(CustomerTable customers, int row)
    {
        var country = CountryText.NameOf(customers.Countries[row]);
        return new(
            SearchKind.Customer,
            Format.CustomerName(customers.Ids[row], settings.General),
            customers.SegmentAt(row) is { } segment ? $"{country} · {Format.NameOf(segment.Segment.Name)}" : country,
            Links.Customer(customers.Ids[row]));
    }

    private static string Count(int customers) => Format.Fill(Texts.SearchCustomers, Format.Whole(customers));

    private static bool Has(string name, string wanted)
        => CultureInfo.CurrentCulture.CompareInfo.IndexOf(name, wanted, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;

    private sealed record Countries(ImmutableArray<KeyValuePair<string, int>> All)
    {
        public static Countries Of(CustomerTable customers) => new([.. customers.Countries.CountBy(country => country, StringComparer.Ordinal).OrderByDescending(country => country.Value)]);
    }
}
