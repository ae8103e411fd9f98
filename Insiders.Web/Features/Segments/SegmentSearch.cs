using Insiders.Web.Components.Search;
using Insiders.Web.Navigation;

namespace Insiders.Web.Features.Segments;

/// <summary>Finds segments of the published run by name.</summary>
internal static class SegmentSearch
{
    public static ValueTask<IEnumerable<SearchHit>> FindAsync(SearchRequest request, CancellationToken cancellationToken)
        => new(from row in request.Published?.Customers.Segments ?? []
               let name = Format.NameOf(row.Segment.Name)
               where request.Matches(name)
               select new SearchHit(SearchKind.Segment, name, SearchRequest.Count(row.Segment.Profile.Customers), Links.Segment(row.SegmentId)));
}
