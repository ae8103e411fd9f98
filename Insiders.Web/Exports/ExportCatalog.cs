using System.Collections.Immutable;
using Insiders.Web.Account;
using Insiders.Web.Features.Customers;
using Insiders.Web.Features.CustomerStory;
using Insiders.Web.Features.Data;
using Insiders.Web.Features.Explore;
using Insiders.Web.Features.Map;
using Insiders.Web.Features.Overview;
using Insiders.Web.Features.Products;
using Insiders.Web.Features.Runs;
using Insiders.Web.Features.Segments;

namespace Insiders.Web.Exports;

/// <summary>Every table that can be had as a file: the endpoints and their tests read this list.</summary>
public static class ExportCatalog
{
    /// <summary>The tables.</summary>
    public static ImmutableArray<ExportEntry> All { get; } =
    [
        new("segments", Policies.View, RunExports.SegmentsAsync),
        new("overview", Policies.View, OverviewExports.SegmentsAsync),
        new("imports", Policies.Analyse, DataExports.ImportsAsync),
        new("rejects", Policies.Analyse, DataExports.RejectsAsync),
        new("runs", Policies.Analyse, RunExports.RunsAsync),
        new("candidates", Policies.Analyse, RunExports.CandidatesAsync),
        new("run-segments", Policies.Analyse, RunExports.RunSegmentsAsync),
        new("clusters", Policies.Analyse, RunExports.ClustersAsync),
        new("timings", Policies.Analyse, RunExports.TimingsAsync),
        new("quality-columns", Policies.Analyse, QualityExports.ColumnsAsync),
        new("quality-hours", Policies.Analyse, QualityExports.HoursAsync),
        new("quality-prices", Policies.Analyse, QualityExports.PricesAsync),
        new("quality-quantities", Policies.Analyse, QualityExports.QuantitiesAsync),
        new("cleaning", Policies.Analyse, RunExports.CleaningAsync),
        new("audit", Policies.Administer, AccountExports.AuditAsync),
        new("people", Policies.Administer, AccountExports.PeopleAsync),
        new("segment-comparison", Policies.View, SegmentExports.ComparisonAsync),
        new("segment-differences", Policies.View, SegmentExports.DifferencesAsync),
        new("segment-products", Policies.View, SegmentExports.ProductsAsync),
        new("segment-lifts", Policies.View, SegmentExports.LiftsAsync),
        new("segment-countries", Policies.View, SegmentExports.CountriesAsync),
        new("segment-members", Policies.View, SegmentExports.MembersAsync) { HasMoreColumns = true },
        new("segment-edits", Policies.Analyse, SegmentExports.EditsAsync),
        new("rfm-regions", Policies.View, SegmentExports.RfmRegionsAsync),
        new("rfm-cells", Policies.View, SegmentExports.RfmCellsAsync),
        new("rfm-cross", Policies.View, SegmentExports.RfmCrossAsync),
        new("customers", Policies.View, CustomerExports.CustomersAsync) { HasMoreColumns = true },
        new("countries", Policies.View, MapExports.CountriesAsync) { HasMoreColumns = true },
        new("continents", Policies.View, MapExports.ContinentsAsync),
        new("picked", Policies.View, ExploreExports.PickedAsync) { HasMoreColumns = true },
        new("picked-differences", Policies.View, ExploreExports.DifferencesAsync),
        new("audience", Policies.View, AudienceExports.MembersAsync) { HasMoreColumns = true },
        new("audiences", Policies.View, ExploreExports.AudiencesAsync),
        new("product-buyers", Policies.View, ProductExports.BuyersAsync),
        new("customer-invoices", Policies.View, StoryExports.InvoicesAsync),
        new("customer-lines", Policies.View, StoryExports.LinesAsync),
        new("customer-products", Policies.View, StoryExports.ProductsAsync),
        new("customer-neighbours", Policies.View, StoryExports.NeighboursAsync) { HasMoreColumns = true },
        new("customer-runs", Policies.View, StoryExports.MembershipsAsync),
    ];

    /// <summary>A table by its key.</summary>
    /// <exception cref="InvalidOperationException">There is none: a menu offers what nobody can have.</exception>
    public static ExportEntry Get(string key) => All.First(entry => entry.Key == key);
}
