using Insiders.Core.Application.Access;
using Insiders.Web.Components;
using Insiders.Web.Features.Insights.Hypotheses;
using MudBlazor;

namespace Insiders.Web.Features.Insights;

/// <summary>What this feature hands to the site.</summary>
public static class Registration
{
    /// <summary>Its pages, tables, services and endpoints.</summary>
    public static SiteModule Module { get; } = new()
    {
        Pages = [new(InsightsTab.Hypotheses, () => Texts.InsightsPage, Icons.Material.Outlined.Lightbulb, Role.Viewer, ShowsResult: true)],
        Exports =
        [
            new("hypotheses", Role.Viewer, HypothesisExports.HypothesesAsync),
            new("returns-segments", Role.Viewer, FiguresExports.ReturnsSegmentsAsync),
            new("returns-products", Role.Viewer, FiguresExports.ReturnsProductsAsync),
            new("returns-customers", Role.Viewer, FiguresExports.ReturnsCustomersAsync),
            new("revenue-tree", Role.Viewer, FiguresExports.FactorsAsync),
            new("gain-loss", Role.Viewer, FiguresExports.GroupsAsync),
            new("revenue-changes", Role.Viewer, FiguresExports.ChangesAsync),
            new("cohorts", Role.Viewer, FiguresExports.CohortsAsync),
        ],
        AddServices = services => services.AddSingleton<HypothesesLoader>().AddSingleton<FiguresLoader>(),
    };
}
