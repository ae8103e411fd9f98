using System.Collections.Immutable;
using Insiders.Web.Account;
using Insiders.Web.Exports;

namespace Insiders.Web.Features.Data;

/// <summary>What these pages hand to the site.</summary>
public static class Registration
{
    /// <summary>Their tables as files.</summary>
    public static ImmutableArray<ExportEntry> Exports { get; } =
    [
        new("imports", Policies.Analyse, DataExports.ImportsAsync),
        new("rejects", Policies.Analyse, DataExports.RejectsAsync),
        new("quality-columns", Policies.Analyse, QualityExports.ColumnsAsync),
        new("quality-hours", Policies.Analyse, QualityExports.HoursAsync),
        new("quality-prices", Policies.Analyse, QualityExports.PricesAsync),
        new("quality-quantities", Policies.Analyse, QualityExports.QuantitiesAsync),
    ];
}
