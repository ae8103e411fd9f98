using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Application.Runs;
using Insiders.Core.Application.Segments;
using Insiders.Core.Application.Settings;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Rfm;
using Insiders.Core.Customers.Sales;
using Insiders.Core.Segments;
using Insiders.Core.Segments.Edits;
using Insiders.Web.Components.CustomerLists;
using Insiders.Web.Components.Exporting;
using Insiders.Web.Exports;
using Insiders.Web.Navigation;

namespace Insiders.Web.Features.Segments;

/// <summary>Tables of the segment pages as files. Those of one segment take its stable id from the query's <c>id</c>.</summary>
public static class SegmentExports
{
    /// <summary>The columns of the lists of members.</summary>
    public static ImmutableArray<string> MemberColumns { get; } = [ListColumns.Id, "gross_revenue", "recency_days", "qtty_invoices", "return_rate", "silhouette"];

    /// <summary>The comparison: the segments of the query, or all.</summary>
    public static async Task<ExportTable?> ComparisonAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await request.Get<PublishedRunCache>().FindAsync(cancellationToken) is not { Customers: var customers })
        {
            return null;
        }

        var state = CompareQuery.Read(request.Address, customers);
        var whole = customers.Profile(customers.Everybody);
        return ExportTable.Of<RunSegment>(
            () => Texts.SegCompareTitle,
            state.Shown(customers.Segments),
            [
                new(Texts.ColumnSegment, ValueKind.Text, row => Format.NameOf(row.Segment.Name)),
                .. CompareMeasure.All.Select(measure => new ExportField<RunSegment>(measure.Name, measure.Kind, row => measure.Value(row.Segment.Profile))),
                new(Texts.SegLever, ValueKind.Text, row => SegmentText.In(row.Lever ?? SegmentPortrait.Of(row.Segment.Profile, whole, row.Segment.Members).Plan.Lever.Text)),
            ]) with
        { Conditions = () => state.Conditions(customers.Segments), Whole = customers.Segments.Length };
    }

    /// <summary>Every feature of a segment compared with all customers.</summary>
    public static async Task<ExportTable?> DifferencesAsync(ExportRequest request, CancellationToken cancellationToken)
        => await StoryAsync(request, cancellationToken) is not { } view ? null : ExportTable.Of<FeatureDifference>(
            () => Texts.SegApartTitle,
            view.Story!.Differences,
            new(Texts.SegMeasure, ValueKind.Text, row => Headings.InFile(row.Feature)),
            new(Texts.SegMean, ValueKind.Number, row => MoneyCell.OfFeature(row.Feature, row.Mean)),
            new(Texts.AllCustomers, ValueKind.Number, row => MoneyCell.OfFeature(row.Feature, row.BaseMean)),
            new(Texts.SegDeviation, ValueKind.Number, row => row.Standardised)) with
        { Conditions = view.Conditions };

    /// <summary>Every product a segment bought, services left out.</summary>
    public static async Task<ExportTable?> ProductsAsync(ExportRequest request, CancellationToken cancellationToken)
        => await StoryAsync(request, cancellationToken) is not { Story.Sales: { } sales } view ? null : ExportTable.Of<ProductSales>(
            () => Texts.SegTopProducts,
            request.Get<SettingsService>().Services.Split(sales.Products).Goods,
            new(Texts.DataColumnStockCode, ValueKind.Text, row => row.StockCode),
            new(Texts.SegProduct, ValueKind.Text, row => row.Description),
            new(Texts.ColumnRevenue, ValueKind.Money, row => row.RevenueAmount),
            new(Texts.ColumnItems, ValueKind.Quantity, row => row.Items),
            new(Texts.SegBuyersColumn, ValueKind.Whole, row => row.Customers)) with
        { Conditions = view.Conditions };

    /// <summary>What a segment buys more often than everybody.</summary>
    public static async Task<ExportTable?> LiftsAsync(ExportRequest request, CancellationToken cancellationToken)
        => await StoryAsync(request, cancellationToken) is not { Story.Sales: { } sales } view ? null : ExportTable.Of<ProductLift>(
            () => Texts.SegLiftProducts,
            request.Get<SettingsService>().Services.Split(sales.Lifts).Goods,
            new(Texts.DataColumnStockCode, ValueKind.Text, row => row.Product.StockCode),
            new(Texts.SegProduct, ValueKind.Text, row => row.Product.Description),
            new(Texts.SegLift, ValueKind.Number, row => row.Lift),
            new(Texts.SegBuyersHere, ValueKind.Share, row => row.BuyerShare),
            new(Texts.SegBuyersAll, ValueKind.Share, row => row.BaseBuyerShare)) with
        { Conditions = view.Conditions };

    /// <summary>The countries of a segment.</summary>
    public static async Task<ExportTable?> CountriesAsync(ExportRequest request, CancellationToken cancellationToken)
        => await StoryAsync(request, cancellationToken) is not { } view ? null : ExportTable.Of<CountryShare>(
            () => Texts.SegCountries,
            view.Story!.Countries,
            new(Texts.SegCountry, ValueKind.Text, row => CountryText.NameOf(row.Here.Name)),
            new(Texts.ColumnCustomers, ValueKind.Whole, row => row.Here.Customers),
            new(Texts.SegCustomerShare, ValueKind.Share, row => row.Here.CustomerShare),
            new(Texts.SegBaseShare, ValueKind.Share, row => row.BaseCustomerShare),
            new(Texts.SegLift, ValueKind.Number, row => row.Lift),
            new(Texts.ColumnRevenue, ValueKind.Money, row => row.Here.RevenueAmount)) with
        { Conditions = view.Conditions };

    /// <summary>All members of a segment, the most typical first.</summary>
    public static async Task<ExportTable?> MembersAsync(ExportRequest request, CancellationToken cancellationToken)
        => await StoryAsync(request, cancellationToken) is not { Story: { } story } view ? null
            : CustomerExports.Of(request, () => Texts.SegTabMembers, view.Known.Customers, story.ByDistance, MemberColumns) with { Conditions = view.Conditions };

    /// <summary>Everything that people changed about segments, newest first; about those of the query where it names some.</summary>
    public static async Task<ExportTable?> EditsAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var names = await request.Get<IRunStore>().ListSegmentNamesAsync(cancellationToken);
        ImmutableArray<long> of = [.. request.Query[FilterAddress.Segment].Select(id => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (long?)null).OfType<long>()];
        return ExportTable.Of<SegmentEdit>(
            () => Texts.SegEdits,
            SegmentEditText.Of(await request.Get<ISegmentEditStore>().ListAsync(cancellationToken), of),
            new(Texts.AuditWhen, ValueKind.Moment, row => row.At),
            new(Texts.AuditWho, ValueKind.Text, row => row.Actor),
            new(Texts.ColumnSegment, ValueKind.Text, row => SegmentEditText.NameOf(row.SegmentId, names)),
            new(Texts.AuditWhat, ValueKind.Text, row => SegmentEditText.Of(row, names)),
            new(Texts.SegEditUndoneAt, ValueKind.Moment, row => row.UndoneAt),
            new(Texts.SegEditUndoneBy, ValueKind.Text, row => row.UndoneBy)) with
        { Conditions = () => of.Select(id => SegmentEditText.NameOf(id, names)) };
    }

    /// <summary>The regions of the RFM grid, with the cut points of the query.</summary>
    public static async Task<ExportTable?> RfmRegionsAsync(ExportRequest request, CancellationToken cancellationToken)
        => await RfmAsync(request, cancellationToken) is not { } view ? null : ExportTable.Of<(RfmRegion Region, RfmGroup Group)>(
            () => Texts.RfmRegions,
            view.Regions,
            [
                new(Texts.RfmRegion, ValueKind.Text, row => SegmentText.In(row.Region.Name)),
                new("R", ValueKind.Text, row => SegmentEditText.Span(row.Region.RecencyFrom, row.Region.RecencyTo)),
                new("F", ValueKind.Text, row => SegmentEditText.Span(row.Region.FrequencyFrom, row.Region.FrequencyTo)),
                .. GroupFields<(RfmRegion Region, RfmGroup Group)>(row => row.Group),
            ]) with
        { Conditions = view.Conditions };

    /// <summary>The 25 cells of the RFM grid, with the cut points of the query.</summary>
    public static async Task<ExportTable?> RfmCellsAsync(ExportRequest request, CancellationToken cancellationToken)
        => await RfmAsync(request, cancellationToken) is not { } view ? null : ExportTable.Of<(int Recency, int Frequency)>(
            () => Texts.RfmGridTitle,
            from recency in Enumerable.Range(1, RfmScores.Best) from frequency in Enumerable.Range(1, RfmScores.Best) select (recency, frequency),
            [
                new(Texts.RfmRecency, ValueKind.Whole, cell => cell.Recency),
                new(Texts.RfmFrequency, ValueKind.Whole, cell => cell.Frequency),
                new(Texts.RfmRegion, ValueKind.Text, cell => SegmentText.In(RfmRegions.Of(cell.Recency, cell.Frequency).Name)),
                .. GroupFields<(int Recency, int Frequency)>(cell => view.Cell(cell.Recency, cell.Frequency)),
            ]) with
        { Conditions = view.Conditions };

    /// <summary>Regions against segments, or clusters where the query says so.</summary>
    public static async Task<ExportTable?> RfmCrossAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        if (await RfmAsync(request, cancellationToken) is not { } view)
        {
            return null;
        }

        var byCluster = request.Text("by") == "cluster";
        var cross = view.Cross(byCluster);
        return ExportTable.Of<int>(
            () => Texts.RfmCross,
            Enumerable.Range(0, RfmRegions.All.Length),
            [
                new(Texts.RfmRegion, ValueKind.Text, region => SegmentText.In(RfmRegions.All[region].Name)),
                .. cross.Groups.Select((group, column) => new ExportField<int>(group.Name, ValueKind.Whole, region => cross.Counts[region][column])),
            ]) with
        { Conditions = () => [.. view.Conditions(), .. byCluster ? new[] { Texts.RfmByCluster } : []] };
    }

    private static IEnumerable<ExportField<T>> GroupFields<T>(Func<T, RfmGroup> group) =>
    [
        new(Texts.ColumnCustomers, ValueKind.Whole, row => group(row).Customers),
        new(Texts.SegCustomerShare, ValueKind.Share, row => group(row).CustomerShare),
        new(Texts.ColumnRevenue, ValueKind.Money, row => group(row).RevenueAmount),
        new(Texts.SegRevenueShare, ValueKind.Share, row => group(row).RevenueShare),
        new(Texts.ColumnMeanRevenue, ValueKind.Money, row => group(row) is { Customers: > 0 } some ? some.RevenueAmount / some.Customers : null),
        new(Texts.RfmMeanM, ValueKind.Number, row => group(row).MeanMonetary),
    ];

    private static async Task<RfmViewModel?> RfmAsync(ExportRequest request, CancellationToken cancellationToken)
        => await request.Get<PublishedRunCache>().FindAsync(cancellationToken) is { } known ? RfmViewModel.Of(known.Customers, fifths => RfmAddress.Read(request.Address, fifths)) : null;

    private static async Task<SegmentViewModel?> StoryAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        var query = request.Get<SegmentLoader>();
        return request.Number("id") is { } id && await query.FindBaseAsync(cancellationToken) is { } known && await query.FindAsync(known, id, cancellationToken) is { } story ? new SegmentViewModel(known, story) : null;
    }
}
