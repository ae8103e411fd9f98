using System.Collections.Immutable;
using Insiders.Core.Application.Access;
using Insiders.Web.Components.Exporting;

namespace Insiders.Web.Features.Products;

/// <summary>What this feature registers with the site.</summary>
public static class Registration
{
    /// <summary>Its exports.</summary>
    public static ImmutableArray<ExportEntry> Exports { get; } =
    [
        new("product-buyers", Role.Viewer, ProductExports.BuyersAsync),
    ];
}
