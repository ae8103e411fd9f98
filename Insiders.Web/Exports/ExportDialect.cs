using System.Collections.Immutable;
using System.Globalization;

namespace Insiders.Web.Exports;

/// <summary>How a CSV file separates its fields and marks decimals.</summary>
/// <param name="Separator">Between fields: <c>,</c>, <c>;</c> or a tab.</param>
/// <param name="DecimalMark">In numbers: <c>.</c> or <c>,</c>.</param>
public sealed record ExportDialect(char Separator, char DecimalMark)
{
    /// <summary>The dialects on offer; the separator is never the decimal mark.</summary>
    public static ImmutableArray<ExportDialect> Offered { get; } = [new(';', ','), new(',', '.'), new(';', '.'), new('\t', '.'), new('\t', ',')];

    /// <summary>Both names, as in <c>semicolon-comma</c>.</summary>
    public string Name => $"{SeparatorName}-{DecimalName}";

    /// <summary>A sample: a number in this dialect and the separator after it.</summary>
    public string Text => (Separator, DecimalMark) switch
    {
        (';', ',') => Texts.ExportSemicolonComma,
        (';', _) => Texts.ExportSemicolonPoint,
        ('\t', ',') => Texts.ExportTabComma,
        ('\t', _) => Texts.ExportTabPoint,
        _ => Texts.ExportCommaPoint,
    };

    /// <summary>The dialect that a spreadsheet in the reader's language opens correctly: semicolons where the decimal mark is a comma.</summary>
    public static ExportDialect OfLanguage(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return culture.NumberFormat.NumberDecimalSeparator == "," ? new(';', ',') : new(',', '.');
    }

    /// <summary>Reads the names used in addresses; unknown or missing ones come from <paramref name="standard"/>.</summary>
    /// <param name="separator"><c>comma</c>, <c>semicolon</c> or <c>tab</c>.</param>
    /// <param name="decimals"><c>point</c> or <c>comma</c>.</param>
    /// <param name="standard">The defaults.</param>
    public static ExportDialect Read(string? separator, string? decimals, ExportDialect standard)
    {
        ArgumentNullException.ThrowIfNull(standard);
        return new(
            separator switch { "comma" => ',', "semicolon" => ';', "tab" => '\t', _ => standard.Separator },
            decimals switch { "point" => '.', "comma" => ',', _ => standard.DecimalMark });
    }

    /// <summary>The separator's name in addresses.</summary>
    public string SeparatorName => Separator switch { ';' => "semicolon", '\t' => "tab", _ => "comma" };

    /// <summary>The decimal mark's name in addresses.</summary>
    public string DecimalName => DecimalMark == ',' ? "comma" : "point";

    /// <summary>The number format.</summary>
    public IFormatProvider Numbers => new NumberFormatInfo { NumberDecimalSeparator = DecimalMark.ToString() };
}
