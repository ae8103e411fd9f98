namespace Insiders.Web.Components.Search;

/// <summary>Finds one kind of thing for the site's search box.</summary>
/// <param name="request">The search.</param>
/// <param name="cancellationToken">Cancels the queries.</param>
/// <returns>The hits, best first.</returns>
public delegate ValueTask<IEnumerable<SearchHit>> SearchSource(SearchRequest request, CancellationToken cancellationToken);
