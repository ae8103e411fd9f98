using Insiders.Core.Application.Access;
using Insiders.Web.Components;
using MudBlazor;

namespace Insiders.Web.Features.Value;

/// <summary>What this feature hands to the site.</summary>
public static class Registration
{
    /// <summary>Its pages, tables, services and endpoints.</summary>
    public static SiteModule Module { get; } = new()
    {
        Pages =
        [
            new(ValueQuery.Path, () => Texts.ValuePage, Icons.Material.Outlined.TrendingUp, Role.Viewer, ShowsResult: true),
            new(HoldoutsViewModel.Path, () => Texts.HoldoutsPage, Icons.Material.Outlined.Science, Role.Viewer, ShowsResult: true),
        ],
        Exports =
        [
            new("value-groups", Role.Viewer, ValueExports.GroupsAsync),
            new("holdouts", Role.Viewer, ValueExports.HoldoutsAsync),
            new("holdout-arms", Role.Viewer, ValueExports.ArmsAsync),
        ],
        AddServices = services => services.AddSingleton<ValueLoader>(),
    };
}
