using Insiders.Core.Application.Access;
using Insiders.Web.Components;

namespace Insiders.Web.Features.CustomerStory;

/// <summary>What this feature hands to the site.</summary>
public static class Registration
{
    /// <summary>Its pages, tables, services and endpoints.</summary>
    public static SiteModule Module { get; } = new()
    {
        Exports =
        [
            new("customer-invoices", Role.Viewer, StoryExports.InvoicesAsync),
            new("customer-lines", Role.Viewer, StoryExports.LinesAsync),
            new("customer-products", Role.Viewer, StoryExports.ProductsAsync),
            new("customer-neighbours", Role.Viewer, StoryExports.NeighboursAsync) { HasMoreColumns = true },
            new("customer-runs", Role.Viewer, StoryExports.MembershipsAsync),
        ],
        AddServices = services => services.AddSingleton<StoryLoader>(),
    };
}
