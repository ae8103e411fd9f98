using System.Collections.Immutable;
using System.Security.Claims;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Web.Components;
using Insiders.Web.Components.Search;

namespace Insiders.Web.Shell.Search;

/// <summary>Searches the site: its pages, and whatever the features let it find.</summary>
/// <param name="cache">The published run.</param>
/// <param name="services">The services that features search with.</param>
public sealed class SearchQuery(PublishedRunCache cache, IServiceProvider services)
{
    /// <summary>Number of characters of a search text that are used.</summary>
    public const int LongestText = 100;

    /// <summary>Finds a text in everything the person may see, and in nothing else.</summary>
    /// <param name="text">The search text; case and accents are ignored. An empty text returns all pages.</param>
    /// <param name="person">Who asks.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Hits in the order of <see cref="SearchKind"/>, every address once.</returns>
    public async Task<ImmutableArray<SearchHit>> FindAsync(string text, ClaimsPrincipal person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(person);
        var wanted = text.Trim();
        wanted = wanted[..Math.Min(wanted.Length, LongestText)];
        var pages = PageCatalog.All.Where(page => person.May(page.Role) && SearchRequest.IsIn(page.Title(), wanted))
            .Select(page => new SearchHit(SearchKind.Page, page.Title(), null, page.Address));
        if (wanted.Length == 0)
        {
            return [.. pages];
        }

        var request = new SearchRequest(wanted, person, await cache.FindAsync(cancellationToken), services);
        var found = new List<SearchHit>(pages);
        foreach (var source in ModuleCatalog.Searches)
        {
            found.AddRange(await source(request, cancellationToken));
        }

        return [.. found.OrderBy(hit => hit.Kind).DistinctBy(hit => hit.Address)];
    }
}
