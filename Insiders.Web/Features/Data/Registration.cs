using Insiders.Core.Application.Access;
using Insiders.Web.Components;
using MudBlazor;

namespace Insiders.Web.Features.Data;

/// <summary>What this feature hands to the site.</summary>
public static class Registration
{
    /// <summary>Its pages, tables, services and endpoints.</summary>
    public static SiteModule Module { get; } = new()
    {
        Pages =
        [
            new("/data", () => Texts.PageData, Icons.Material.Outlined.Storage, Role.Analyst),
        ],
        Exports =
        [
            new("imports", Role.Analyst, DataExports.ImportsAsync),
            new("rejects", Role.Analyst, DataExports.RejectsAsync),
            new("quality-columns", Role.Analyst, QualityExports.ColumnsAsync),
            new("quality-hours", Role.Analyst, QualityExports.HoursAsync),
            new("quality-prices", Role.Analyst, QualityExports.PricesAsync),
            new("quality-quantities", Role.Analyst, QualityExports.QuantitiesAsync),
        ],
        AddServices = services => services.AddSingleton<DataLoader>().AddSingleton<QualityLoader>(),
    };
}
