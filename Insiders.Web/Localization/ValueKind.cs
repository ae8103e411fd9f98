namespace Insiders.Web.Localization;

/// <summary>What a column of an exported table holds, and so how a spreadsheet shows it.</summary>
public enum ValueKind
{
    /// <summary>A text, never a formula.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A number with decimals.</summary>
    Number,

    /// <summary>Money in the ledger's currency.</summary>
    Money,

    /// <summary>A part of a whole, 0 to 1.</summary>
    Share,

    /// <summary>A day: a <see cref="DateOnly"/>.</summary>
    Day,

    /// <summary>A moment: a <see cref="DateTimeOffset"/>, written in the time of the machine that serves.</summary>
    Moment,
}
