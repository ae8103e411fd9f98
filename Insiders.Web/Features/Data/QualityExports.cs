using Insiders.Core.Import;
using Insiders.Core.Ledger;
using Insiders.Web.Components.Exporting;
using Insiders.Web.Exports;

namespace Insiders.Web.Features.Data;

/// <summary>The tables of the ledger's quality as files; none while the ledger is empty.</summary>
public static class QualityExports
{
    /// <summary>Column by column.</summary>
    public static async Task<ExportTable?> ColumnsAsync(ExportRequest request, CancellationToken cancellationToken)
        => await ReadAsync(request, cancellationToken) is not { } profile ? null : ExportTable.Of<ColumnProfile>(
            () => Texts.QualityColumnsTitle,
            profile.Columns,
            new(Texts.DataColumn, ValueKind.Text, column => column.Column == LedgerColumn.UnitPrice ? Headings.MoneyInFile(LedgerColumnText.Of(column.Column)) : LedgerColumnText.Of(column.Column)),
            new(Texts.QualityMissing, ValueKind.Whole, column => column.Missing),
            new(Texts.QualityDistinct, ValueKind.Whole, column => column.Distinct),
            new(Texts.QualityFrequent, ValueKind.Text, column => string.Join("; ", column.Frequent.Select(value => QualityFormat.Value(column.Column, value.Value)))),
            new(Texts.QualityMinimum, ValueKind.Text, column => QualityFormat.Value(column.Column, column.Minimum)),
            new(Texts.QualityMaximum, ValueKind.Text, column => QualityFormat.Value(column.Column, column.Maximum)),
            new(Texts.QualityMean, ValueKind.Number, column => column.Numbers?.Mean),
            new(Texts.QualityMedian, ValueKind.Number, column => column.Numbers?.Median),
            new(Texts.QualityDeviation, ValueKind.Number, column => column.Numbers?.StandardDeviation),
            new(Texts.QualitySkewness, ValueKind.Number, column => column.Numbers?.Skewness),
            new(Texts.QualityKurtosis, ValueKind.Number, column => column.Numbers?.Kurtosis));

    /// <summary>Rows by weekday and hour.</summary>
    public static async Task<ExportTable?> HoursAsync(ExportRequest request, CancellationToken cancellationToken)
        => await ReadAsync(request, cancellationToken) is not { } profile ? null : ExportTable.Of<int>(
            () => Texts.QualityHoursTitle,
            Enumerable.Range(0, 7),
            [
                new(Texts.QualityWeekday, ValueKind.Text, QualityFormat.Weekday),
                .. QualityFormat.Hours(profile).Select(hour => new ExportField<int>($"{hour:00}:00", ValueKind.Whole, day => profile.HourRows[(24 * day) + hour])),
                new(Texts.QualityDay, ValueKind.Whole, day => QualityFormat.RowsOf(profile, day)),
            ]);

    /// <summary>The prices farthest from the others.</summary>
    public static async Task<ExportTable?> PricesAsync(ExportRequest request, CancellationToken cancellationToken)
        => Outliers(() => Texts.QualityPrices, (await ReadAsync(request, cancellationToken))?.PriceOutliers);

    /// <summary>The quantities farthest from the others.</summary>
    public static async Task<ExportTable?> QuantitiesAsync(ExportRequest request, CancellationToken cancellationToken)
        => Outliers(() => Texts.QualityQuantities, (await ReadAsync(request, cancellationToken))?.QuantityOutliers);

    private static ExportTable? Outliers(Func<string> title, OutlierProfile? outliers) => outliers is null ? null : ExportTable.Of<OutlyingSale>(
        title,
        outliers.Examples,
        new(Texts.DataColumnDescription, ValueKind.Text, sale => sale.Description),
        new(Texts.DataColumnStockCode, ValueKind.Text, sale => sale.StockCode),
        new(Texts.DataColumnInvoice, ValueKind.Text, sale => sale.Invoice),
        new(Texts.DataColumnQuantity, ValueKind.Quantity, sale => sale.Quantity),
        new(Texts.DataColumnUnitPrice, ValueKind.Money, sale => sale.UnitPriceAmount));

    private static async Task<LedgerProfile?> ReadAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await request.Get<QualityLoader>().ReadAsync(cancellationToken) is { Rows: > 0 } profile ? profile : null;
    }
}
