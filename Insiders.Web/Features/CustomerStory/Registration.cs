using System.Collections.Immutable;
using Insiders.Core.Application.Access;
using Insiders.Web.Components.Exporting;

namespace Insiders.Web.Features.CustomerStory;

/// <summary>What this feature registers with the site.</summary>
public static class Registration
{
    /// <summary>Its exports.</summary>
    public static ImmutableArray<ExportEntry> Exports { get; } =
    [
        new("customer-invoices", Role.Viewer, StoryExports.InvoicesAsync),
        new("customer-lines", Role.Viewer, StoryExports.LinesAsync),
        new("customer-products", Role.Viewer, StoryExports.ProductsAsync),
        new("customer-neighbours", Role.Viewer, StoryExports.NeighboursAsync) { HasMoreColumns = true },
        new("customer-runs", Role.Viewer, StoryExports.MembershipsAsync),
    ];
}
