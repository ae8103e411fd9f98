using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Insiders.Core.Application.Imports;

/// <summary>How people here read files with some headings, under a name of their own.</summary>
/// <param name="Name">1 to <see cref="LongestName"/> characters, unique without regard to case.</param>
/// <param name="Headings">The headings of the file that it was made from; a file that has those of its columns is read by it.</param>
/// <param name="Choices">Columns, forms and answers.</param>
/// <param name="SavedBy">Who saved it last.</param>
/// <param name="SavedAt">When.</param>
public sealed record SavedTemplate(string Name, ImmutableArray<string> Headings, ImportChoices Choices, string SavedBy, DateTimeOffset SavedAt)
{
    /// <summary>The longest name.</summary>
    public const int LongestName = 60;

    private const string NameKey = "name";
    private const string HeadingsKey = "headings";
    private static readonly JsonSerializerOptions s_options = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>True for a file that has every heading that it was made from.</summary>
    /// <param name="headers">The headers of the file.</param>
    public bool Fits(IReadOnlyCollection<string> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        return !Headings.IsEmpty && Headings.All(headers.Contains);
    }

    /// <summary>As a file to share: a mapping as the command line takes it, with name and headings.</summary>
    public string ToJson()
    {
        var json = JsonNode.Parse(Choices.ToJson())!.AsObject();
        json.Insert(0, NameKey, Name);
        json.Insert(1, HeadingsKey, new JsonArray([.. Headings.Select(heading => (JsonNode?)heading)]));
        return json.ToJsonString(s_options);
    }

    /// <summary>Reads a shared file; null when it is none.</summary>
    public static SavedTemplate? Parse(string json, string by, DateTimeOffset at)
    {
        try
        {
            return ImportChoices.Parse(json) is { } choices && JsonNode.Parse(json) is JsonObject file && file[NameKey]?.GetValue<string>() is { } name
                ? new(name, [.. file[HeadingsKey]?.AsArray().Select(heading => heading?.GetValue<string>() ?? "") ?? []], choices, by, at) : null;
        }
        catch (Exception mistake) when (mistake is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}
