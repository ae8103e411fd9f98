using Insiders.Core.Application.Access;
using Insiders.Web.Components;

namespace Insiders.Web.Features.Products;

/// <summary>What this feature hands to the site.</summary>
public static class Registration
{
    /// <summary>Its pages, tables, services and endpoints.</summary>
    public static SiteModule Module { get; } = new()
    {
        Exports =
        [
            new("product-buyers", Role.Viewer, ProductExports.BuyersAsync),
        ],
        Searches = [ProductSearch.FindAsync],
    };
}
