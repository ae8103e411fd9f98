using Insiders.Core.Application.Audiences;
using Insiders.Web.Components;
using Insiders.Web.Components.Search;
using Insiders.Web.Navigation;

namespace Insiders.Web.Features.Audiences;

/// <summary>Finds audiences among the person's own and shared ones.</summary>
internal static class AudienceSearch
{
    public static async ValueTask<IEnumerable<SearchHit>> FindAsync(SearchRequest request, CancellationToken cancellationToken)
        => (await request.Get<AudienceService>().ListAsync(request.Person.ToActor(), cancellationToken)).Where(audience => request.Matches(audience.Name)).Take(SearchRequest.Most)
            .Select(audience => new SearchHit(SearchKind.Audience, audience.Name, SearchRequest.Count(audience.Customers), Links.Audience(audience.Id)));
}
