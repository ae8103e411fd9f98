using System.Collections.Immutable;
using Insiders.Web.Components.Exporting;
using Insiders.Web.Components.Search;

namespace Insiders.Web.Components;

/// <summary>What a feature hands to the site: pages for the menu, tables as files, what a search finds, services, endpoints.</summary>
public sealed record SiteModule
{
    /// <summary>Its pages with a place in the navigation, in menu order.</summary>
    public ImmutableArray<PageEntry> Pages { get; init; } = [];

    /// <summary>Its tables as files.</summary>
    public ImmutableArray<ExportEntry> Exports { get; init; } = [];

    /// <summary>What the search box finds of it.</summary>
    public ImmutableArray<SearchSource> Searches { get; init; } = [];

    /// <summary>Adds the services that only this feature uses.</summary>
    public Action<IServiceCollection> AddServices { get; init; } = static _ => { };

    /// <summary>Maps its addresses that are not pages.</summary>
    public Action<IEndpointRouteBuilder> MapEndpoints { get; init; } = static _ => { };
}
