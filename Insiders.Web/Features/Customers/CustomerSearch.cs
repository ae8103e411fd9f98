using Insiders.Core.Application.Settings;
using Insiders.Core.Customers;
using Insiders.Web.Components.Search;
using Insiders.Web.Navigation;

namespace Insiders.Web.Features.Customers;

/// <summary>Finds customers of the published run by id, country or invented name.</summary>
internal static class CustomerSearch
{
    private const int Most = 8;

    public static ValueTask<IEnumerable<SearchHit>> FindAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        if (request.Published is not { Customers: var customers } published)
        {
            return new([]);
        }

        var general = request.Get<SettingsService>().General;
        return new(published.Derive(static run => new CustomerIndex(run.Customers)).Find(request.Text, general.InventedNames, Most).Select(row => HitOf(customers, row, general)));
    }

    private static SearchHit HitOf(CustomerTable customers, int row, InstallationGeneral general)
    {
        var country = CountryText.NameOf(customers.Countries[row]);
        return new(
            SearchKind.Customer,
            Format.CustomerName(customers.Ids[row], general),
            customers.SegmentAt(row) is { } segment ? $"{country} · {Format.NameOf(segment.Segment.Name)}" : country,
            Links.Customer(customers.Ids[row]));
    }
}
