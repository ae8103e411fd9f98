using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Import;
using Insiders.Core.Ledger;

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
        (LedgerColumn.Quantity, _) => Format.Quantity(double.Parse(text, CultureInfo.InvariantCulture)),
        (LedgerColumn.UnitPrice, _) => Number(column, double.Parse(text, CultureInfo.InvariantCulture)),
        (LedgerColumn.SoldAt, _) when DateTime.TryParse(text, CultureInfo.InvariantCulture, out var moment) =>
            moment.TimeOfDay == TimeSpan.Zero ? Format.Day(DateOnly.FromDateTime(moment)) : $"{Format.Day(DateOnly.FromDateTime(moment))}, {moment.ToString("HH:mm", CultureInfo.CurrentCulture)}",
        _ => text,
    };

    /// <summary>A number with the decimals that say something; a dash for none.</summary>
    public static string Number(double? value) => value is { } number ? number.ToString("#,##0.##", CultureInfo.CurrentCulture) : "–";

    /// <summary>A number in the unit of a column: prices in the installation's currency.</summary>
    public static string Number(LedgerColumn column, double? value) => column == LedgerColumn.UnitPrice && value is not null ? Currency.Prefix + Number(value) : Number(value);

    /// <summary>Where a bar begins.</summary>
    public static string Bin(LedgerColumn column, string from) => column == LedgerColumn.SoldAt ? from : $"≥ {Number(column, double.Parse(from, CultureInfo.InvariantCulture))}";

    /// <summary>A weekday by name.</summary>
    /// <param name="day">0 for Monday.</param>
    public static string Weekday(int day) => CultureInfo.CurrentCulture.DateTimeFormat.GetDayName((DayOfWeek)((day + 1) % 7));

    /// <summary>From the first hour with a sale to the last; none where sales have no time.</summary>
    public static ImmutableArray<int> Hours(LedgerProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        int[] used = profile.HasTimes ? [.. Enumerable.Range(0, 24).Where(hour => Enumerable.Range(0, 7).Any(day => profile.HourRows[(24 * day) + hour] > 0))] : [];
        return used is [] ? [] : [.. Enumerable.Range(used[0], used[^1] - used[0] + 1)];
    }

    /// <summary>Rows of a whole weekday.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="day">0 for Monday.</param>
    public static long RowsOf(LedgerProfile profile, int day)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return profile.HourRows.AsSpan(24 * day, 24).ToArray().Sum();
    }

    /// <summary>A histogram in words.</summary>
    public static string Histogram(ColumnProfile column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var most = column.Histogram.MaxBy(bin => bin.Rows)!;
        return Format.Fill(Texts.QualityHistogramWords, column.Histogram.Length, Bin(column.Column, most.From), Format.Whole(most.Rows));
    }
}
