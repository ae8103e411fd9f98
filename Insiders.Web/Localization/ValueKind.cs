namespace Insiders.Web.Localization;

/// <summary>The kind of values in a column of an exported table, which determines its format in a spreadsheet.</summary>
public enum ValueKind
{
    /// <summary>A text, never a formula.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A number with decimals where there are any: what is sold by weight.</summary>
    Quantity,

    /// <summary>A number with decimals.</summary>
    Number,

    /// <summary>Money in the ledger's currency.</summary>
    Money,

    /// <summary>A share, 0 to 1.</summary>
    Share,

    /// <summary>A day: a <see cref="DateOnly"/>.</summary>
    Day,

    /// <summary>A point in time: a <see cref="DateTimeOffset"/>, written in the server's time zone.</summary>
    Moment,
}
