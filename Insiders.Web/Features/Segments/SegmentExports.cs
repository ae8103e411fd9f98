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
using Insiders.Web.Exports;
using Insiders.Web.Features.Customers;
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

        var state = CompareState.Read(request.Address, customers);
        var whole = customers.Profile(customers.Everybody);
        return ExportTable.Of<RunSegment>(
            () => Texts.SegCompareTitle,
            state.Shown(customers.Segments),
            [
                new(Texts.ColumnSegment, ExportKind.Text, row => Figures.NameOf(row.Segment.Name)),
                .. CompareMeasure.All.Select(measure => new ExportField<RunSegment>(measure.Name, measure.Kind, row => measure.Value(row.Segment.Profile))),
                new(Texts.SegLever, ExportKind.Text, row => SegmentWords.In(row.Lever ?? SegmentPortrait.Of(row.Segment.Profile, whole, row.Segment.Members).Plan.Lever.Text)),
            ]) with
        { Conditions = () => state.Conditions(customers.Segments), Whole = customers.Segments.Length };
    }

    /// <summary>Every feature of a segment against the base.</summary>
    public static async Task<ExportTable?> DifferencesAsync(ExportRequest request, CancellationToken cancellationToken)
        => await StoryAsync(request, cancellationToken) is not { } view ? null : ExportTable.Of<FeatureDifference>(
            () => Texts.SegApartTitle,
            view.Story!.Differences,
            new(Texts.SegMeasure, ExportKind.Text, row => Headings.InFile(row.Feature)),
            new(Texts.SegMean, ExportKind.Number, row => MoneyCell.OfFeature(row.Feature, row.Mean)),
            new(Texts.AllCustomers, ExportKind.Number, row => MoneyCell.OfFeature(row.Feature, row.BaseMean)),
            new(Texts.SegDeviation, ExportKind.Number, row => row.Standardised)) with
        { Conditions = view.Conditions };

    /// <summary>Every product a segment bought, services left out.</summary>
    public static async Task<ExportTable?> ProductsAsync(ExportRequest request, CancellationToken cancellationToken)
        => await StoryAsync(request, cancellationToken) is not { Story.Sales: { } sales } view ? null : ExportTable.Of<ProductSales>(
            () => Texts.SegTopProducts,
            request.Get<SettingsService>().Services.Split(sales.Products).Goods,
            new(Texts.DataColumnStockCode, ExportKind.Text, row => row.StockCode),
            new(Texts.SegProduct, ExportKind.Text, row => row.Description),
            new(Texts.ColumnRevenue, ExportKind.Money, row => row.RevenueAmount),
            new(Texts.ColumnItems, ExportKind.Whole, row => row.Items),
            new(Texts.SegBuyersColumn, ExportKind.Whole, row => row.Customers)) with
        { Conditions = view.Conditions };

    /// <summary>What a segment buys more often than everybody.</summary>
    public static async Task<ExportTable?> LiftsAsync(ExportRequest request, CancellationToken cancellationToken)
        => await StoryAsync(request, cancellationToken) is not { Story.Sales: { } sales } view ? null : ExportTable.Of<ProductLift>(
            () => Texts.SegLiftProducts,
            request.Get<SettingsService>().Services.Split(sales.Lifts).Goods,
            new(Texts.DataColumnStockCode, ExportKind.Text, row => row.Product.StockCode),
            new(Texts.SegProduct, ExportKind.Text, row => row.Product.Description),
            new(Texts.SegLift, ExportKind.Number, row => row.Lift),
            new(Texts.SegBuyersHere, ExportKind.Share, row => row.BuyerShare),
            new(Texts.SegBuyersAll, ExportKind.Share, row => row.BaseBuyerShare)) with
        { Conditions = view.Conditions };

    /// <summary>The countries of a segment.</summary>
    public static async Task<ExportTable?> CountriesAsync(ExportRequest request, CancellationToken cancellationToken)
        => await StoryAsync(request, cancellationToken) is not { } view ? null : ExportTable.Of<CountryShare>(
            () => Texts.SegCountries,
            view.Story!.Countries,
            new(Texts.SegCountry, ExportKind.Text, row => CountryText.NameOf(row.Here.Name)),
            new(Texts.ColumnCustomers, ExportKind.Whole, row => row.Here.Customers),
            new(Texts.SegCustomerShare, ExportKind.Share, row => row.Here.CustomerShare),
            new(Texts.SegBaseShare, ExportKind.Share, row => row.BaseCustomerShare),
            new(Texts.SegLift, ExportKind.Number, row => row.Lift),
            new(Texts.ColumnRevenue, ExportKind.Money, row => row.Here.RevenueAmount)) with
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
            SegmentEditWords.Of(await request.Get<ISegmentEditStore>().ListAsync(cancellationToken), of),
            new(Texts.AuditWhen, ExportKind.Moment, row => row.At),
            new(Texts.AuditWho, ExportKind.Text, row => row.Actor),
            new(Texts.ColumnSegment, ExportKind.Text, row => SegmentEditWords.NameOf(row.SegmentId, names)),
            new(Texts.AuditWhat, ExportKind.Text, row => SegmentEditWords.Of(row, names)),
            new(Texts.SegEditUndoneAt, ExportKind.Moment, row => row.UndoneAt),
            new(Texts.SegEditUndoneBy, ExportKind.Text, row => row.UndoneBy)) with
        { Conditions = () => of.Select(id => SegmentEditWords.NameOf(id, names)) };
    }

    /// <summary>The regions of the RFM grid, with the cut points of the query.</summary>
    public static async Task<ExportTable?> RfmRegionsAsync(ExportRequest request, CancellationToken cancellationToken)
        => await RfmAsync(request, cancellationToken) is not { } view ? null : ExportTable.Of<(RfmRegion Region, RfmGroup Group)>(
            () => Texts.RfmRegions,
            view.Regions,
            [
                new(Texts.RfmRegion, ExportKind.Text, row => SegmentWords.In(row.Region.Name)),
                new("R", ExportKind.Text, row => SegmentEditWords.Span(row.Region.RecencyFrom, row.Region.RecencyTo)),
                new("F", ExportKind.Text, row => SegmentEditWords.Span(row.Region.FrequencyFrom, row.Region.FrequencyTo)),
                .. GroupFields<(RfmRegion Region, RfmGroup Group)>(row => row.Group),
            ]) with
        { Conditions = view.Conditions };

    /// <summary>The 25 cells of the RFM grid, with the cut points of the query.</summary>
    public static async Task<ExportTable?> RfmCellsAsync(ExportRequest request, CancellationToken cancellationToken)
        => await RfmAsync(request, cancellationToken) is not { } view ? null : ExportTable.Of<(int Recency, int Frequency)>(
            () => Texts.RfmGridTitle,
            from recency in Enumerable.Range(1, RfmScores.Best) from frequency in Enumerable.Range(1, RfmScores.Best) select (recency, frequency),
            [
                new(Texts.RfmRecency, ExportKind.Whole, cell => cell.Recency),
                new(Texts.RfmFrequency, ExportKind.Whole, cell => cell.Frequency),
                new(Texts.RfmRegion, ExportKind.Text, cell => SegmentWords.In(RfmRegions.Of(cell.Recency, cell.Frequency).Name)),
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
                new(Texts.RfmRegion, ExportKind.Text, region => SegmentWords.In(RfmRegions.All[region].Name)),
                .. cross.Groups.Select((group, column) => new ExportField<int>(group.Name, ExportKind.Whole, region => cross.Counts[region][column])),
            ]) with
        { Conditions = () => [.. view.Conditions(), .. byCluster ? new[] { Texts.RfmByCluster } : []] };
    }

    private static IEnumerable<ExportField<T>> GroupFields<T>(Func<T, RfmGroup> group) =>
    [
        new(Texts.ColumnCustomers, ExportKind.Whole, row => group(row).Customers),
        new(Texts.SegCustomerShare, ExportKind.Share, row => group(row).CustomerShare),
        new(Texts.ColumnRevenue, ExportKind.Money, row => group(row).RevenueAmount),
        new(Texts.SegRevenueShare, ExportKind.Share, row => group(row).RevenueShare),
        new(Texts.ColumnMeanRevenue, ExportKind.Money, row => group(row) is { Customers: > 0 } some ? some.RevenueAmount / some.Customers : null),
        new(Texts.RfmMeanM, ExportKind.Number, row => group(row).MeanMonetary),
    ];

    private static async Task<RfmView?> RfmAsync(ExportRequest request, CancellationToken cancellationToken)
        => await request.Get<PublishedRunCache>().FindAsync(cancellationToken) is { } known ? RfmView.Of(known.Customers, fifths => RfmAddress.Read(request.Address, fifths)) : null;

    private static async Task<SegmentView?> StoryAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        var query = request.Get<SegmentQuery>();
        return request.Number("id") is { } id && await query.FindBaseAsync(cancellationToken) is { } known && await query.FindAsync(known, id, cancellationToken) is { } story ? new SegmentView(known, story) : null;
    }
}
