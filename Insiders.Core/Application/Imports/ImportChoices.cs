using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Insiders.Core.Import;

namespace Insiders.Core.Application.Imports;

/// <summary>What a person said about how to read a file; what is null is detected.</summary>
/// <param name="Encoding">Its characters.</param>
/// <param name="Separator">What stands between two values.</param>
/// <param name="DecimalMark">What stands before a fraction.</param>
/// <param name="DatePattern">The order of a date.</param>
/// <param name="Columns">Headers chosen by hand.</param>
public sealed partial record ImportChoices(
    TextEncoding? Encoding, char? Separator, DecimalMark? DecimalMark, string? DatePattern, ImmutableDictionary<LedgerColumn, string> Columns)
{
    /// <summary>Answers to questions about the file; what is left out is answered as proposed.</summary>
    public ImmutableDictionary<QuestionCode, string> Answers { get; init => field = value ?? ImmutableDictionary<QuestionCode, string>.Empty; } = ImmutableDictionary<QuestionCode, string>.Empty;

    /// <summary>The sheet of a workbook; null takes the first.</summary>
    public string? Sheet { get; init; }

    /// <summary>Nothing said.</summary>
    public static ImportChoices None { get; } = new(null, null, null, null, ImmutableDictionary<LedgerColumn, string>.Empty);

    /// <summary>Reads them; null or a damaged text is nothing said.</summary>
    public static ImportChoices FromJson(string? json) => json is null ? None : Parse(json) ?? None;

    /// <summary>Reads choices; null when the text does not contain any.</summary>
    public static ImportChoices? Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ChoicesJson.Default.ImportChoices) is { Columns: not null } choices ? choices : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>As JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ChoicesJson.Default.ImportChoices);

    /// <summary>As the ledger takes them.</summary>
    /// <param name="fileName">The name to keep in the record.</param>
    public ImportOptions ToOptions(string fileName) => new()
    {
        Encoding = Encoding,
        Separator = Separator,
        DecimalMark = DecimalMark,
        DatePattern = DatePattern,
        Columns = Columns,
        Answers = Answers,
        Sheet = Sheet,
        FileName = fileName,
    };

    [JsonSourceGenerationOptions(UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(ImportChoices))]
    private sealed partial class ChoicesJson : JsonSerializerContext;
}
