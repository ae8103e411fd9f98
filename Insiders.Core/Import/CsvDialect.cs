namespace Insiders.Core.Import;

/// <summary>How a sales file is written.</summary>
/// <param name="Encoding">Its characters.</param>
/// <param name="Separator">What stands between two values.</param>
/// <param name="DecimalMark">What stands before the fraction of a number.</param>
/// <param name="DatePattern">The order of a date, such as <c>dd/MM/yyyy</c>; a time may follow. Where dates are written in two ways, both, with <c> | </c> between.</param>
public sealed record CsvDialect(TextEncoding Encoding, char Separator, DecimalMark DecimalMark, string DatePattern)
{
    /// <summary>True when every date of the file reads as day before month and as month before day, and day before month was assumed.</summary>
    public bool DayBeforeMonthAssumed { get; init; }

    /// <summary>True when no number of the file tells the decimal mark, and it was assumed: comma beside <c>;</c>, otherwise point.</summary>
    public bool DecimalMarkAssumed { get; init; }

    /// <summary>How values are set apart.</summary>
    public Quoting Quoting { get; init; }

    /// <summary>Lines with text above the header, such as a title; empty ones not counted.</summary>
    public int TitleLines { get; init; }
}
