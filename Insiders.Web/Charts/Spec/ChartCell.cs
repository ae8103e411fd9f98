namespace Insiders.Web.Charts.Spec;

/// <summary>A cell of a chart's table: the value for a file, and the text for the page.</summary>
/// <param name="Kind">Kind of value; the same in every row of a column.</param>
/// <param name="Value">A text, a number or a <see cref="DateOnly"/>; null for none.</param>
/// <param name="Text">The value as written in the reader's language.</param>
public sealed record ChartCell(ValueKind Kind, object? Value, string Text)
{
    /// <summary>A text.</summary>
    public static ChartCell Of(string text) => new(ValueKind.Text, text, text);

    /// <summary>A day.</summary>
    public static ChartCell Day(DateOnly day) => new(ValueKind.Day, day, Format.Day(day));

    /// <summary>A whole number.</summary>
    public static ChartCell Whole(double count) => new(ValueKind.Whole, count, Format.Whole(count));

    /// <summary>Money, to the cent; blank for none.</summary>
    public static ChartCell Money(double? amount) => amount is { } money ? new(ValueKind.Money, Math.Round(money, 2), Format.Money(money)) : new(ValueKind.Money, null, "");

    /// <summary>A share, 0 to 1.</summary>
    public static ChartCell Share(double share) => new(ValueKind.Share, share, Format.Percent(share));

    /// <summary>A number with decimals, which a page shows rounded.</summary>
    /// <param name="number">The number at full precision.</param>
    /// <param name="text">The number as written on the page.</param>
    public static ChartCell Number(double number, string text) => new(ValueKind.Number, number, text);
}
