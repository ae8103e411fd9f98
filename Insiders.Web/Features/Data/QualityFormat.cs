using System.Globalization;
using Insiders.Core.Import;
using Insiders.Core.Ledger;
using Insiders.Web.Shared;

namespace Insiders.Web.Features.Data;

/// <summary>Values of a profile as the reader's language writes them.</summary>
public static class QualityFormat
{
    /// <summary>What a column holds.</summary>
    public static string Type(LedgerColumn column) => column switch
    {
        LedgerColumn.Quantity => Texts.QualityTypeWhole,
        LedgerColumn.UnitPrice => Texts.QualityTypeMoney,
        LedgerColumn.SoldAt => Texts.QualityTypeDate,
        _ => Texts.QualityTypeText,
    };

    /// <summary>A value that the profile has as invariant text.</summary>
    public static string Value(LedgerColumn column, string? text) => (column, text) switch
    {
        (_, null) => "–",
        (LedgerColumn.Quantity, _) => Figures.Whole(double.Parse(text, CultureInfo.InvariantCulture)),
        (LedgerColumn.UnitPrice, _) => Number(double.Parse(text, CultureInfo.InvariantCulture)),
        (LedgerColumn.SoldAt, _) when DateTime.TryParse(text, CultureInfo.InvariantCulture, out var moment) =>
            moment.TimeOfDay == TimeSpan.Zero ? Figures.Day(DateOnly.FromDateTime(moment)) : $"{Figures.Day(DateOnly.FromDateTime(moment))}, {moment.ToString("HH:mm", CultureInfo.CurrentCulture)}",
        _ => text,
    };

    /// <summary>A number with the decimals that say something; a dash for none.</summary>
    public static string Number(double? value) => value is { } number ? number.ToString("#,##0.##", CultureInfo.CurrentCulture) : "–";

    /// <summary>Where a bar begins.</summary>
    public static string Bin(LedgerColumn column, string from) => column == LedgerColumn.SoldAt ? from : $"≥ {Number(double.Parse(from, CultureInfo.InvariantCulture))}";

    /// <summary>A histogram in words.</summary>
    public static string Histogram(ColumnProfile column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var most = column.Histogram.MaxBy(bin => bin.Rows)!;
        return Figures.Fill(Texts.QualityHistogramWords, column.Histogram.Length, Bin(column.Column, most.From), Figures.Whole(most.Rows));
    }
}
