using System.Collections.Immutable;
using Insiders.Core.Application.Access;
using Insiders.Web.Components.Exporting;

namespace Insiders.Web.Features.Data;

/// <summary>What these pages hand to the site.</summary>
public static class Registration
{
    /// <summary>Their tables as files.</summary>
    public static ImmutableArray<ExportEntry> Exports { get; } =
    [
        new("imports", Role.Analyst, DataExports.ImportsAsync),
        new("rejects", Role.Analyst, DataExports.RejectsAsync),
        new("quality-columns", Role.Analyst, QualityExports.ColumnsAsync),
        new("quality-hours", Role.Analyst, QualityExports.HoursAsync),
        new("quality-prices", Role.Analyst, QualityExports.PricesAsync),
        new("quality-quantities", Role.Analyst, QualityExports.QuantitiesAsync),
    ];
}
