using System.Collections.Immutable;
using Insiders.Core.Customers.Periods;
using Insiders.Core.Customers.Sales;
using Insiders.Core.Segments;
using Insiders.Web.Components.Exporting;
using Insiders.Web.Exports;

namespace Insiders.Web.Features.Overview;

/// <summary>The segments of a period, on the page and as a file.</summary>
public static class PeriodExports
{
    /// <summary>The segments that the conditions leave, with their places; those of nobody are left out.</summary>
    public static IEnumerable<(PeriodLine<RunSegment?> Line, int Place)> LinesOf(OverviewSummary known, OverviewPeriod period)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(period);
        var shown = known.Summary.Selected.Select(line => line.Segment?.SegmentId).ToHashSet();
        return period.Summary.Segments.Select((line, place) => (line, place)).Where(pair => pair.line.Of is { } segment && shown.Contains(segment.SegmentId));
    }

    /// <summary>The columns; those of the past only where there is one.</summary>
    public static ImmutableArray<ExportField<PeriodLine<RunSegment?>>> FieldsOf(OverviewPeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return
        [
            new(Texts.ColumnSegment, ValueKind.Text, line => Format.NameOf(line.Of!.Segment.Name)),
            new(Texts.PeriodColumnBuyers, ValueKind.Whole, line => line.Change.Now.Customers),
            .. Amounts<PeriodLine<RunSegment?>>(period, line => line.Change),
        ];
    }

    /// <summary>The columns of countries.</summary>
    public static ImmutableArray<ExportField<PeriodLine<string>>> CountryFieldsOf(OverviewPeriod period)
        => [new(Texts.CustomersCountry, ValueKind.Text, line => CountryText.NameOf(line.Of)), .. Amounts<PeriodLine<string>>(period, line => line.Change)];

    /// <summary>The columns of products.</summary>
    public static ImmutableArray<ExportField<PeriodLine<ProductSales>>> ProductFieldsOf(OverviewPeriod period)
        => [new(Texts.PeriodColumnProduct, ValueKind.Text, line => NameOf(line.Of)), .. Amounts<PeriodLine<ProductSales>>(period, line => line.Change)];

    /// <summary>A product's words, or its code where it has none.</summary>
    public static string NameOf(ProductSales product)
    {
        ArgumentNullException.ThrowIfNull(product);
        return product.Description.Length > 0 ? product.Description : product.StockCode;
    }

    /// <summary>The countries of the period of the page's address.</summary>
    public static async Task<ExportTable?> CountriesAsync(ExportRequest request, CancellationToken cancellationToken)
        => await FindAsync(request, cancellationToken) is var (figures, period) ? ExportTable.Of(() => CountriesTitle(period), period.Summary.Countries, CountryFieldsOf(period)) with { Conditions = figures.Conditions } : null;

    /// <summary>The products of the period of the page's address.</summary>
    public static async Task<ExportTable?> ProductsAsync(ExportRequest request, CancellationToken cancellationToken)
        => await FindAsync(request, cancellationToken) is var (figures, period) ? ExportTable.Of(() => ProductsTitle(period), period.Products, ProductFieldsOf(period)) with { Conditions = figures.Conditions } : null;

    /// <summary>What the table of countries is called.</summary>
    public static string CountriesTitle(OverviewPeriod period) => TitleOf(Texts.PeriodCountriesTitle, period);

    /// <summary>What the table of products is called.</summary>
    public static string ProductsTitle(OverviewPeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return TitleOf(period.Comparison.Before is null ? Texts.PeriodProductsAlone : Texts.PeriodProductsTitle, period);
    }

    private static string TitleOf(string title, OverviewPeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return Format.Fill(title, PeriodText.NameOf(period.Comparison.Now));
    }

    private static async Task<(OverviewSummary Figures, OverviewPeriod Period)?> FindAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await request.Get<OverviewLoader>().ReadAsync(request.Address, cancellationToken) is { Period: { } period } figures ? (figures, period) : null;
    }

    // Those of the past only where there is one.
    private static IEnumerable<ExportField<T>> Amounts<T>(OverviewPeriod period, Func<T, PeriodChange> changeOf)
    {
        yield return new(Revenue(period.Comparison.Now), ValueKind.Money, line => changeOf(line).Now.RevenueAmount);
        if (period.Comparison.Before is { } before)
        {
            yield return new(Revenue(before), ValueKind.Money, line => changeOf(line).Before?.RevenueAmount);
            yield return new(Texts.PeriodColumnChange, ValueKind.Share, line => changeOf(line).RevenueRatio);
        }

        static string Revenue(Period some) => Format.Fill(Texts.PeriodColumnRevenue, PeriodText.NameOf(some));
    }

    /// <summary>The segments of the period of the page's address; null while no run is published or its sales are not known.</summary>
    public static async Task<ExportTable?> SegmentsAsync(ExportRequest request, CancellationToken cancellationToken)
        => await FindAsync(request, cancellationToken) is var (figures, period)
            ? ExportTable.Of(() => TitleOf(Texts.PeriodSegmentsTitle, period), LinesOf(figures, period).Select(pair => pair.Line), FieldsOf(period)) with { Conditions = figures.Conditions }
            : null;
}
