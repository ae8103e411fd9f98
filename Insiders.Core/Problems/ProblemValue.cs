using System.Globalization;
using Insiders.Core.Import;

namespace Insiders.Core.Problems;

/// <summary>One value of a problem, whatever the language.</summary>
/// <param name="Kind">How it is worded.</param>
/// <param name="Text">The value; see <see cref="ProblemValueKind"/>.</param>
public sealed record ProblemValue(ProblemValueKind Kind, string Text)
{
    /// <summary>A text as it stands.</summary>
    public static implicit operator ProblemValue(string text) => new(ProblemValueKind.Text, text);

    /// <summary>A whole number.</summary>
    public static implicit operator ProblemValue(long number) => new(ProblemValueKind.Number, number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A size.</summary>
    public static ProblemValue Bytes(long bytes) => new(ProblemValueKind.Bytes, bytes.ToString(CultureInfo.InvariantCulture));

    /// <summary>Ledger columns.</summary>
    public static ProblemValue Of(IEnumerable<LedgerColumn> columns) => new(ProblemValueKind.Columns, string.Join(',', columns));

    /// <summary>The number of a value of kind <see cref="ProblemValueKind.Number"/> or <see cref="ProblemValueKind.Bytes"/>; zero when the text is none.</summary>
    public long Number => long.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>The columns of a value of kind <see cref="ProblemValueKind.Columns"/>; unknown names are left out.</summary>
    public IEnumerable<LedgerColumn> Columns => Text.Split(',').Where(name => Enum.TryParse<LedgerColumn>(name, out _)).Select(Enum.Parse<LedgerColumn>);

    /// <summary>The headers of a value of kind <see cref="ProblemValueKind.Headers"/>.</summary>
    public string[] Headers => Text.Split('\n');

    /// <summary>The value in an English sentence.</summary>
    internal string English => Kind switch
    {
        ProblemValueKind.Number => Number.ToString("N0", CultureInfo.InvariantCulture),
        ProblemValueKind.Bytes => string.Create(CultureInfo.InvariantCulture, $"{Number / 1e6:N1} MB"),
        ProblemValueKind.Columns => ColumnMapping.Names(Columns),
        ProblemValueKind.Headers => ColumnMapping.Quoted(Headers),
        ProblemValueKind.Wanted => Text.EndsWith('?') ? $"{EnglishWanted(Text[..^1])}, or null" : EnglishWanted(Text),
        _ => Text,
    };

    private static string EnglishWanted(string wanted) => wanted switch
    {
        "flag" => "true or false",
        "number" => "a number",
        "texts" => "a list of texts",
        "whole" => "a whole number",
        _ => $"one of {wanted}",
    };
}
