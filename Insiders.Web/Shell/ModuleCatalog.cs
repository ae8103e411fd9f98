using System.Collections.Immutable;
using Insiders.Web.Components;
using Insiders.Web.Components.Exporting;
using Insiders.Web.Components.Search;

namespace Insiders.Web.Shell;

/// <summary>The features of the site, in menu order: navigation, exports, search, services and endpoints come from this list.</summary>
public static class ModuleCatalog
{
    /// <summary>The features.</summary>
    public static ImmutableArray<SiteModule> All { get; } =
    [
        Features.Overview.Registration.Module,
        Features.Segments.Registration.Module,
        Features.Customers.Registration.Module,
        Features.CustomerStory.Registration.Module,
        Features.Programmes.Registration.Module,
        Features.Audiences.Registration.Module,
        Features.Value.Registration.Module,
        Features.Insights.Registration.Module,
        Features.Products.Registration.Module,
        Features.Map.Registration.Module,
        Features.Explore.Registration.Module,
        Features.Data.Registration.Module,
        Features.Runs.Registration.Module,
        Features.Settings.Registration.Module,
        Account.Registration.Module,
        Features.Glossary.Registration.Module,
    ];

    /// <summary>Everything that the search box finds, besides pages.</summary>
    public static ImmutableArray<SearchSource> Searches { get; } = [.. All.SelectMany(module => module.Searches)];

    /// <summary>Every table that can be downloaded as a file.</summary>
    public static ImmutableArray<ExportEntry> Exports { get; } = [.. All.SelectMany(module => module.Exports)];
}
