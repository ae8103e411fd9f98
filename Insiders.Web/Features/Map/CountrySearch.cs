using System.Collections.Immutable;
using Insiders.Core.Cleaning;
using Insiders.Core.Customers;
using Insiders.Web.Components.Search;
using Insiders.Web.Navigation;

namespace Insiders.Web.Features.Map;

/// <summary>Finds countries that have customers, by their names in either language.</summary>
internal static class CountrySearch
{
    public static ValueTask<IEnumerable<SearchHit>> FindAsync(SearchRequest request, CancellationToken cancellationToken)
        => new((request.Published?.Derive(static run => Countries.Of(run.Customers)).All ?? []).Where(country => CountryCatalog.IsMeant(country.Key, request.Text)).Take(SearchRequest.Most)
            .Select(country => new SearchHit(SearchKind.Country, CountryText.NameOf(country.Key), SearchRequest.Count(country.Value), Links.Map(country.Key))));

    private sealed record Countries(ImmutableArray<KeyValuePair<string, int>> All)
    {
        public static Countries Of(CustomerTable customers) => new([.. customers.Countries.CountBy(country => country, StringComparer.Ordinal).OrderByDescending(country => country.Value)]);
    }
}
