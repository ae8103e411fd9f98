using System.Collections.Immutable;
using Insiders.Web.Account;
using Insiders.Web.Exports;

namespace Insiders.Web.Features.CustomerStory;

/// <summary>What these pages hand to the site.</summary>
public static class Registration
{
    /// <summary>Their tables as files.</summary>
    public static ImmutableArray<ExportEntry> Exports { get; } =
    [
        new("customer-invoices", Policies.View, StoryExports.InvoicesAsync),
        new("customer-lines", Policies.View, StoryExports.LinesAsync),
        new("customer-products", Policies.View, StoryExports.ProductsAsync),
        new("customer-neighbours", Policies.View, StoryExports.NeighboursAsync) { HasMoreColumns = true },
        new("customer-runs", Policies.View, StoryExports.MembershipsAsync),
    ];
}
