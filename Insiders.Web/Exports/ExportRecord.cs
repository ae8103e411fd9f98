using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Insiders.Web.Exports;

/// <summary>What the audit keeps of an export: read in whichever language, names as they were on that day.</summary>
/// <remarks>Segments are renamed and audiences deleted: the words are written down in every language of the site, not made anew by whoever reads them.</remarks>
public sealed record ExportRecord
{
    private static readonly JsonSerializerOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>As people call it: CSV, XLSX.</summary>
    public required string Format { get; init; }

    /// <summary>Rows that left the site; null where it is not known, as of a workbook that broke off.</summary>
    public required long? Rows { get; init; }

    /// <summary>Rows that the table had.</summary>
    public required long Count { get; init; }

    /// <summary>Columns of the file.</summary>
    public required int Columns { get; init; }

    /// <summary>The table in words, by the name of a language.</summary>
    public required ImmutableSortedDictionary<string, ExportText> Words { get; init; }

    /// <summary>A record of a table in words of every language.</summary>
    /// <param name="table">The table.</param>
    /// <param name="format">As people call it.</param>
    /// <param name="rows">Rows that left the site; null where it is not known.</param>
    public static ExportRecord Of(ExportTable table, string format, long? rows)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new ExportRecord
        {
            Format = format,
            Rows = rows,
            Count = table.Count,
            Columns = table.Columns.Length,
            Words = Languages.All.ToImmutableSortedDictionary(culture => culture.Name, culture => In(culture, () => new ExportText(table.Name, [.. table.Conditions()])), StringComparer.Ordinal),
        };
    }

    /// <summary>The record that an entry of the audit carries; null where it carries none.</summary>
    public static ExportRecord? Read(string? detail)
    {
        if (detail is not ['{', ..])
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<ExportRecord>(detail, s_options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The record as the audit keeps it.</summary>
    public string Write() => JsonSerializer.Serialize(this, s_options);

    /// <summary>The table's title in the reader's language.</summary>
    [JsonIgnore]
    public string Title => Spoken?.Title ?? "";

    /// <summary>What was in the file, in the reader's language: conditions, rows, columns, format.</summary>
    [JsonIgnore]
    public string Text => string.Join(" · ", [.. Spoken?.Conditions ?? [], RowsText, Plural(Columns, Texts.ExportOneColumn, Texts.ExportColumns), Format]);

    private ExportText? Spoken => Words.GetValueOrDefault(CultureInfo.CurrentUICulture.Name) ?? Words.Values.FirstOrDefault();

    private string RowsText => Rows switch
    {
        null => Localization.Format.Fill(Texts.ExportRowsUnknown, Localization.Format.Whole(Count)),
        { } rows when rows < Count => Localization.Format.Fill(Texts.ExportRowsOf, Localization.Format.Whole(rows), Localization.Format.Whole(Count)),
        { } rows => Plural(rows, Texts.ExportOneRow, Texts.ExportRows),
    };

    private static string Plural(long count, string one, string many) => count == 1 ? one : Localization.Format.Fill(many, Localization.Format.Whole(count));

    private static T In<T>(CultureInfo culture, Func<T> say)
    {
        var (numbers, words) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
        try
        {
            return say();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (numbers, words);
        }
    }
}
