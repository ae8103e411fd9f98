using System.Collections.Immutable;
using Insiders.Web.Components.Exporting;

namespace Insiders.Web.Composition;

/// <summary>Combines what the features register.</summary>
public static class FeatureLists
{
    /// <summary>Every table that can be exported; endpoints, menus and their tests read this list.</summary>
    public static ImmutableArray<ExportEntry> Exports { get; } =
    [
        .. Features.Runs.Registration.Exports,
        .. Features.Overview.Registration.Exports,
        .. Features.Data.Registration.Exports,
        .. Account.Registration.Exports,
        .. Features.Segments.Registration.Exports,
        .. Features.Customers.Registration.Exports,
        .. Features.Map.Registration.Exports,
        .. Features.Explore.Registration.Exports,
        .. Features.Products.Registration.Exports,
        .. Features.CustomerStory.Registration.Exports,
    ];
}
