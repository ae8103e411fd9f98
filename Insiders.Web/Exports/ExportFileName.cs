using System.Globalization;
using System.Text;

namespace Insiders.Web.Exports;

/// <summary>Names exported files after the table, its conditions, the number of rows and the day: <c>Customers – Germany – 7 of 4,312 – 2026-11-30.csv</c>.</summary>
/// <remarks>In the reader's language, and valid on every file system: no forbidden characters, and within the maximum length.</remarks>
public static class ExportFileName
{
    /// <summary>Maximum length of a name in UTF-8 bytes: file systems allow 255, and people add prefixes and suffixes.</summary>
    public const int LongestBytes = 200;

    private const int LongestTitle = 80;
    private const string Between = " – ";
    private const string Taken = " -_.,()+%&'“”–≥≤=·£€$";

    /// <summary>The name of a table's file.</summary>
    /// <param name="table">The table.</param>
    /// <param name="day">Day of the export.</param>
    /// <param name="ending">Extension without the dot.</param>
    public static string Of(ExportTable table, DateOnly day, string ending)
    {
        ArgumentNullException.ThrowIfNull(table);
        var title = Safe(Cut(table.Name, LongestTitle)) is { Length: > 0 } safe ? safe : "Insiders";
        var tail = string.Create(CultureInfo.InvariantCulture, $"{Between}{CountOf(table)}{Between}{day:yyyy-MM-dd}.{ending}");
        var conditions = Fitting([.. table.Conditions().Select(Safe).Where(text => text.Length > 0)], LongestBytes - Bytes(title) - Bytes(Between) - Bytes(tail));
        return conditions.Length == 0 ? title + tail : title + Between + conditions + tail;
    }

    /// <summary>The number of rows: "7 of 4,312", or "4,312" when nothing was left out.</summary>
    internal static string CountOf(ExportTable table) => table.Whole is { } whole && whole != table.Count
        ? Safe(Format.Fill(Texts.ExportCountOf, Format.Whole(table.Count), Format.Whole(whole)))
        : Safe(Format.Whole(table.Count));

    /// <summary>Keeps letters, digits and safe punctuation of a text and replaces everything else with a dash.</summary>
    internal static string Safe(string text)
    {
        var safe = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            safe.Append(Rune.IsWhiteSpace(rune) ? " " : IsSafe(rune) ? rune.ToString() : "-");
        }

        // A name that begins with a dot is hidden, and Windows strips a trailing dot or space.
        return safe.ToString().Trim(' ', '-', '.');
    }

    // Invisible characters are removed too: a mark that reverses the writing direction could disguise the extension.
    private static bool IsSafe(Rune rune) => (rune.IsBmp && Taken.Contains((char)rune.Value, StringComparison.Ordinal)) || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>As many conditions as there is room for, and the number of the remaining ones.</summary>
    private static string Fitting(IReadOnlyList<string> conditions, int room)
    {
        for (var taken = conditions.Count; taken > 0; taken--)
        {
            var text = string.Join(", ", conditions.Take(taken)) + Besides(conditions.Count - taken);
            if (Bytes(text) <= room)
            {
                return text;
            }
        }

        return conditions.Count == 0 ? "" : Cut(conditions[0], room - Bytes("…") - Bytes(Besides(conditions.Count - 1))) + "…" + Besides(conditions.Count - 1);
    }

    private static string Besides(int count) => count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" +{count}");

    private static string Cut(string text, int bytes)
    {
        var cut = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if ((bytes -= rune.Utf8SequenceLength) < 0)
            {
                break;
            }

            cut.Append(rune.ToString());
        }

        return cut.ToString().TrimEnd();
    }

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);
}
