using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Insiders.Web.Exports;

/// <summary>What the audit records of an export, readable in every language, with names as they were on that day.</summary>
/// <remarks>Segments may be renamed and audiences deleted later, so the texts are stored in every language of the site instead of being made when they are read.</remarks>
public sealed record ExportRecord
{
    private static readonly JsonSerializerOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Name of the format: CSV, XLSX.</summary>
    public required string Format { get; init; }

    /// <summary>Rows that left the site; null when unknown, as for a workbook that was cut off.</summary>
    public required long? Rows { get; init; }

    /// <summary>Rows that the table had.</summary>
    public required long Count { get; init; }

    /// <summary>Columns of the file.</summary>
    public required int Columns { get; init; }

    /// <summary>Description of the table by language name.</summary>
    public required ImmutableSortedDictionary<string, ExportText> Words { get; init; }

    /// <summary>Creates a record that describes a table in every language.</summary>
    /// <param name="table">The table.</param>
    /// <param name="format">Name of the format.</param>
    /// <param name="rows">Rows that left the site; null when unknown.</param>
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

    /// <summary>Reads the record from an audit entry; null when it has none.</summary>
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

    /// <summary>The record as stored in the audit.</summary>
    public string Write() => JsonSerializer.Serialize(this, s_options);

    /// <summary>The table's title in the reader's language.</summary>
    [JsonIgnore]
    public string Title => Spoken?.Title ?? "";

    /// <summary>The content of the file in the reader's language: conditions, rows, columns, format.</summary>
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
