using Insiders.Core.Application.Access;
using Insiders.Web.Components;
using Insiders.Web.Components.Search;

namespace Insiders.Web.Features.Settings;

/// <summary>Finds groups of settings, for administrators.</summary>
internal static class SettingsSearch
{
    public static ValueTask<IEnumerable<SearchHit>> FindAsync(SearchRequest request, CancellationToken cancellationToken) => new(!request.Person.May(Role.Admin) ? []
        : SettingsCards.All.Where(card => request.Matches(card.Title()) || request.Matches(card.Lead())).Select(card => new SearchHit(SearchKind.Setting, card.Title(), null, card.Address)));
}
