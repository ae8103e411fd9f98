using Insiders.Web.Components.ColumnGroups;
using Insiders.Web.Components.Search;
using Insiders.Web.Navigation;

namespace Insiders.Web.Features.Glossary;

/// <summary>Finds terms and features by name or key.</summary>
internal static class TermSearch
{
    public static ValueTask<IEnumerable<SearchHit>> FindAsync(SearchRequest request, CancellationToken cancellationToken) => new(GlossaryCatalog.Terms().Concat(GlossaryCatalog.Features())
        .Where(entry => request.Matches(entry.Name) || request.Matches(entry.Key)).Take(SearchRequest.Most).Select(entry => new SearchHit(SearchKind.Term, entry.Name, null, Links.Glossary(entry.Key))));
}
