using System.Collections.Immutable;
using System.Globalization;

namespace Insiders.Web.Exports;

/// <summary>How a CSV file separates its fields and marks decimals.</summary>
/// <param name="Separator">Between fields: <c>,</c>, <c>;</c> or a tab.</param>
/// <param name="DecimalMark">In numbers: <c>.</c> or <c>,</c>.</param>
public sealed record ExportDialect(char Separator, char DecimalMark)
{
    /// <summary>Those there are to choose from, everywhere: a separator is never the decimal mark.</summary>
    public static ImmutableArray<ExportDialect> Offered { get; } = [new(';', ','), new(',', '.'), new(';', '.'), new('\t', '.'), new('\t', ',')];

    /// <summary>Both names, as in <c>semicolon-comma</c>.</summary>
    public string Name => $"{SeparatorName}-{DecimalName}";

    /// <summary>A number written so, and what separates it from the next.</summary>
    public string Text => (Separator, DecimalMark) switch
    {
        (';', ',') => Texts.ExportSemicolonComma,
        (';', _) => Texts.ExportSemicolonPoint,
        ('\t', ',') => Texts.ExportTabComma,
        ('\t', _) => Texts.ExportTabPoint,
        _ => Texts.ExportCommaPoint,
    };

    /// <summary>What a spreadsheet in the reader's language opens right: where decimals have a comma, fields have semicolons.</summary>
    public static ExportDialect OfLanguage(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return culture.NumberFormat.NumberDecimalSeparator == "," ? new(';', ',') : new(',', '.');
    }

    /// <summary>Reads the names used in addresses; what is unknown or missing comes from <paramref name="standard"/>.</summary>
    /// <param name="separator"><c>comma</c>, <c>semicolon</c> or <c>tab</c>.</param>
    /// <param name="decimals"><c>point</c> or <c>comma</c>.</param>
    /// <param name="standard">For what they do not say.</param>
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

    /// <summary>How numbers are written.</summary>
    public IFormatProvider Numbers => new NumberFormatInfo { NumberDecimalSeparator = DecimalMark.ToString() };
}
