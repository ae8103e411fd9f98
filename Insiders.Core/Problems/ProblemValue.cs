using System.Globalization;
using System.Text.Json.Serialization;

namespace Insiders.Core.Problems;

/// <summary>One value of a problem, independent of any language.</summary>
/// <param name="Kind">How the value is worded.</param>
/// <param name="Text">The value; see <see cref="ProblemValueKind"/>.</param>
public sealed record ProblemValue(ProblemValueKind Kind, string Text)
{
    /// <summary>A text shown unchanged.</summary>
    public static implicit operator ProblemValue(string text) => new(ProblemValueKind.Text, text);

    /// <summary>A whole number.</summary>
    public static implicit operator ProblemValue(long number) => new(ProblemValueKind.Number, number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A size in bytes.</summary>
    public static ProblemValue Bytes(long bytes) => new(ProblemValueKind.Bytes, bytes.ToString(CultureInfo.InvariantCulture));

    /// <summary>Ledger columns, by name.</summary>
    public static ProblemValue Columns<TColumn>(IEnumerable<TColumn> columns)
        where TColumn : struct, Enum
        => new(ProblemValueKind.Columns, string.Join(',', columns));

    /// <summary>One ledger column, by name.</summary>
    public static ProblemValue Column<TColumn>(TColumn column)
        where TColumn : struct, Enum
        => new(ProblemValueKind.Column, column.ToString());

    /// <summary>A day.</summary>
    public static ProblemValue Day(DateOnly day) => new(ProblemValueKind.Day, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>The reason of a rejected row.</summary>
    public static ProblemValue Reason(Problem reason) => new(ProblemValueKind.Reason, reason.ToText());

    /// <summary>A point in time.</summary>
    public static ProblemValue Moment(DateTimeOffset moment) => new(ProblemValueKind.Moment, moment.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));

    /// <summary>A name in both languages.</summary>
    public static ProblemValue Bilingual(string english, string portuguese) => new(ProblemValueKind.Bilingual, $"{english}\n{portuguese}");

    /// <summary>The moment of a value of kind <see cref="ProblemValueKind.Moment"/>.</summary>
    [JsonIgnore]
    public DateTimeOffset Time => DateTimeOffset.Parse(Text, CultureInfo.InvariantCulture);

    /// <summary>The numbers a setting accepts.</summary>
    public static ProblemValue Range(NumberRange range) => new(ProblemValueKind.Range, range.ToText());

    /// <summary>The number of a value of kind <see cref="ProblemValueKind.Number"/> or <see cref="ProblemValueKind.Bytes"/>; zero when the text is not a number.</summary>
    public long Number => long.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>The names of the columns of a value of kind <see cref="ProblemValueKind.Columns"/>.</summary>
    public string[] ColumnNames => Text.Split(',');

    /// <summary>The headers of a value of kind <see cref="ProblemValueKind.Headers"/>.</summary>
    public string[] Headers => Text.Split('\n');

    /// <summary>The value as worded in an English sentence.</summary>
    internal string English => Kind switch
    {
        ProblemValueKind.Number => Number.ToString("N0", CultureInfo.InvariantCulture),
        ProblemValueKind.Bytes => string.Create(CultureInfo.InvariantCulture, $"{Number / 1e6:N1} MB"),
        ProblemValueKind.Column => EnglishName(Text),
        ProblemValueKind.Reason => Problem.FromText(Text).Sentence.TrimEnd('.'),
        ProblemValueKind.Columns => string.Join(", ", ColumnNames.Select(EnglishColumn)),
        ProblemValueKind.Headers => EnglishHeaders(Headers),
        ProblemValueKind.Moment => Time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        ProblemValueKind.Language => Text == "en" ? "English" : "Portuguese",
        ProblemValueKind.Bilingual => Headers[0],
        ProblemValueKind.Range => NumberRange.FromText(Text)?.English ?? Text,
        ProblemValueKind.Wanted => Text.EndsWith('?') ? $"{EnglishWanted(Text[..^1])}, or null" : EnglishWanted(Text),
        _ => Text,
    };

    private static string EnglishWanted(string wanted) => wanted switch
    {
        "flag" => "true or false",
        "number" => "a number",
        "texts" => "a list of texts",
        "whole" => "a whole number",
        "steps" => "a list of steps",
        _ => $"one of {wanted}",
    };

    private static string EnglishName(string column) => column switch
    {
        "StockCode" => "stock code",
        "SoldAt" => "date",
        "UnitPrice" => "unit price",
        _ => column.ToLowerInvariant(),
    };

    private static string EnglishColumn(string column) => column switch
    {
        "Invoice" => "the invoice (such as InvoiceNo)",
        "StockCode" => "the stock code (such as StockCode)",
        "Description" => "the description (such as Description)",
        "Quantity" => "the quantity (such as Quantity)",
        "SoldAt" => "the date (such as InvoiceDate)",
        "UnitPrice" => "the unit price (such as UnitPrice)",
        "Customer" => "the customer (such as CustomerID)",
        "Amount" => "the amount of the line (such as Amount)",
        "Status" => "the status of the order (such as Order Status)",
        "Email" => "the e-mail (such as Email)",
        _ => "the country (such as Country)",
    };

    private static string EnglishHeaders(string[] headers)
    {
        const int Shown = 12;
        var names = string.Join(", ", headers.Take(Shown).Select(header => header.Length > 60 ? $"'{header[..60]}…'" : $"'{header}'"));
        return headers.Length switch
        {
            0 => "no header",
            1 => $"one column, {names}",
            > Shown => $"{headers.Length} columns: {names} and more",
            _ => $"the columns {names}",
        };
    }
}
