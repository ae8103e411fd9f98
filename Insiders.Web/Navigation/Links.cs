using System.Globalization;
using Insiders.Core.Customers;

namespace Insiders.Web.Navigation;

/// <summary>Addresses of pages with parameters.</summary>
public static class Links
{
    /// <summary>The path for a customer whose id is in the query, under <see cref="IdKey"/>.</summary>
    public const string IdInQuery = "~";

    /// <summary>The key of an id in a query.</summary>
    public const string IdKey = "id";

    /// <summary>The page of one customer. Browsers resolve <c>.</c> and <c>..</c> as folders, escaped or not, so such an id goes into the query.</summary>
    /// <param name="customerId">Any text.</param>
    /// <param name="from">The address of the page with the link, whose RFM cut points are passed on.</param>
    public static string Customer(string customerId, AddressQuery? from = null)
    {
        var query = RfmAddress.Of(from ?? AddressQuery.Empty);
        return customerId is "." or ".." or IdInQuery ? query.With(IdKey, [customerId]).To($"/customers/{IdInQuery}") : query.To($"/customers/{Uri.EscapeDataString(customerId)}");
    }

    /// <summary>The page of one segment.</summary>
    public static string Segment(long segmentId) => $"/segments/{segmentId.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The list of the customers that pass a filter, which links a number to the people behind it.</summary>
    /// <remarks>An empty filter is written explicitly, because the bare address opens a person's default view.</remarks>
    public static string Customers(CustomerFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return (filter.IsNone ? AddressQuery.Empty.With(FilterAddress.View, [FilterAddress.Everybody]) : FilterAddress.Write(AddressQuery.Empty, filter)).To("/customers");
    }

    /// <summary>The world map with a country chosen.</summary>
    /// <param name="country">As the ledger spells it.</param>
    public static string Map(string country) => AddressQuery.Empty.With("place", [country]).To("/map");

    /// <summary>An audience.</summary>
    public static string Audience(long audienceId) => $"/audiences/{audienceId.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>A page that filters by audience.</summary>
    /// <param name="page">Its path.</param>
    /// <param name="audienceId">The audience.</param>
    public static string OfAudience(string page, long audienceId) => AddressQuery.Empty.With(FilterAddress.Audience, [audienceId.ToString(CultureInfo.InvariantCulture)]).To(page);

    /// <summary>One product and who buys it.</summary>
    /// <param name="stockCode">Any text.</param>
    public static string Product(string stockCode) => AddressQuery.Empty.With("code", [stockCode]).To("/product");

    /// <summary>A term of the glossary.</summary>
    /// <param name="term">A feature's name, or the key of a term.</param>
    public static string Glossary(string term) => "/glossary#" + Uri.EscapeDataString(term);
}
