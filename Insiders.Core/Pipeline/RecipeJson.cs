using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Insiders.Core.Cleaning;
using Insiders.Core.Learning;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Embeddings;
using Insiders.Core.Problems;

namespace Insiders.Core.Pipeline;

/// <summary>Recipes as JSON text: camelCase names, enumerations as words, a <c>kind</c> for each step.</summary>
/// <remarks>
/// A member that is missing is the study's; a member that does not exist is refused, for a misspelt setting would
/// silently be the default. Comments and trailing commas are allowed. A text without a version is read as the flat shape that
/// recipes had before.
/// </remarks>
public static partial class RecipeJson
{
    private static readonly JsonDocumentOptions s_reading = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private static readonly string s_cleaning = JsonNamingPolicy.CamelCase.ConvertName(nameof(Recipe.Cleaning));

    private static readonly ConditionalWeakTable<MethodCatalog, JsonSerializerOptions> s_options = [];

    /// <summary>Writes every setting, indented, defaults included.</summary>
    public static string Write(Recipe recipe)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        return JsonSerializer.Serialize(recipe, OptionsOf(MethodCatalog.All));
    }

    /// <summary>Reads a recipe.</summary>
    /// <param name="json">An object; any member may be missing.</param>
    /// <param name="methods">What it may choose among; null: <see cref="MethodCatalog.All"/>.</param>
    /// <exception cref="RecipeException">
    /// The text is not JSON, or a setting does not exist, has the wrong type or lies out of bounds: the message names setting,
    /// value and bound.
    /// </exception>
    public static Recipe Read(string json, MethodCatalog? methods = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        methods ??= MethodCatalog.All;
        try
        {
            using var document = JsonDocument.Parse(json, s_reading);
            var isFlat = document.RootElement is { ValueKind: JsonValueKind.Object } given && FlatRecipe.Is(given);
            (isFlat ? RecipeSchema.Flat : RecipeSchema.Of(methods)).Check(document.RootElement);
            var root = JsonObject.Create(document.RootElement)!;
            return (isFlat ? FlatRecipe.Today(root) : root).Deserialize<Recipe>(OptionsOf(methods))!;
        }
        catch (JsonException error) when (error.InnerException is ArgumentException refusal)
        {
            throw new RecipeException(
                Problem.Of(ProblemCode.SettingRefused, error.Path?.TrimStart('$', '.') ?? "", new ProblemValue(ProblemValueKind.Refusal, FirstSentence(refusal))), error);
        }
        catch (JsonException error) when (error is { LineNumber: { } line, BytePositionInLine: { } bytes })
        {
            throw new RecipeException(Problem.Of(ProblemCode.RecipeNotJson, line + 1, CharacterAt(json, line, bytes)), error);
        }
    }

    /// <summary>Reads nothing but the cleaning of a recipe that was written by <see cref="Write"/>.</summary>
    /// <param name="json">The recipe; what else it holds is not looked at.</param>
    /// <remarks>Member by member: every start reads it, and compiles what the serializer makes up for a type (decision 0015).</remarks>
    public static CleaningSettings ReadCleaning(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var document = JsonDocument.Parse(json, s_reading);
        return document.RootElement.TryGetProperty(s_cleaning, out var cleaning) ? cleaning.EnumerateObject().Aggregate(CleaningSettings.Default, With) : CleaningSettings.Default;
    }

    /// <summary>A hash of every setting that can change a result: 64 hexadecimal digits.</summary>
    /// <returns>Equal for recipes with equal settings, whatever the order they were written in; SHA-256 of the sorted JSON.</returns>
    /// <remarks>A later version with a new setting gives other fingerprints, for it may give other results.</remarks>
    public static string Fingerprint(Recipe recipe)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        return Hash(JsonSerializer.SerializeToNode(recipe, OptionsOf(MethodCatalog.All)));
    }

    /// <summary>True for the study's recipe, whatever its seed.</summary>
    public static bool IsStudy(Recipe recipe)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        return Fingerprint(recipe with { Seed = Recipe.Study.Seed }) == Fingerprint(Recipe.Study);
    }

    /// <summary>A hash of every setting that can change what a ledger is cleaned to; as of a whole recipe.</summary>
    public static string CleaningFingerprint(CleaningSettings cleaning)
    {
        ArgumentNullException.ThrowIfNull(cleaning);
        return Hash(JsonSerializer.SerializeToNode(cleaning, Written.Default.CleaningSettings));
    }

    private static string Hash(JsonNode? settings)
    {
        var sorted = Sorted(settings)!.ToJsonString();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sorted)));
    }

    private static CleaningSettings With(CleaningSettings cleaning, JsonProperty member) => member.Name switch
    {
        "disabledRules" => cleaning with { DisabledRules = Texts(member.Value) },
        "controlCodes" => cleaning with { ControlCodes = Texts(member.Value) },
        "absoluteQuantityCodes" => cleaning with { AbsoluteQuantityCodes = Texts(member.Value) },
        "excludedCustomers" => cleaning with { ExcludedCustomers = Texts(member.Value) },
        "maximumReturnShare" => cleaning with { MaximumReturnShare = member.Value.GetDouble() },
        "excludedCountries" => cleaning with { ExcludedCountries = Texts(member.Value) },
        "lowestPrice" => cleaning with { LowestPrice = member.Value.GetDouble() },
        "inventsCustomers" => cleaning with { InventsCustomers = member.Value.GetBoolean() },
        "dropsReturns" => cleaning with { DropsReturns = member.Value.GetBoolean() },
        "needsPurchase" => cleaning with { NeedsPurchase = member.Value.GetBoolean() },
        "fewestDates" => cleaning with { FewestDates = member.Value.GetInt32() },
        "tellsApart" => cleaning with { TellsApart = member.Value.GetBoolean() },
        _ => cleaning,
    };

    private static ImmutableArray<string> Texts(JsonElement list) => [.. list.EnumerateArray().Select(text => text.GetString()!)];

    private static JsonSerializerOptions OptionsOf(MethodCatalog methods) => s_options.GetValue(methods, chosen => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
            new StepJson<EmbeddingOptions>(chosen.Embeddings.Select(entry => entry.Default)),
            new StepJson<ClustererOptions>(chosen.Clusterers.Select(entry => entry.Default)),
        },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { TellOfBounds } },
    });

    // The options' own accessors refuse a value; wrapped here, the refusal learns where in the file it stands.
    private static void TellOfBounds(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.Set is { } set)
            {
                property.Set = (target, value) =>
                {
                    try
                    {
                        set(target, value);
                    }
                    catch (ArgumentException refusal)
                    {
                        throw new JsonException(refusal.Message, refusal);
                    }
                };
            }
        }
    }

    // The parser counts bytes, people count letters; both from the start of the line, people from 1.
    private static int CharacterAt(string json, long line, long bytes)
    {
        var read = Encoding.UTF8.GetBytes(json.Split('\n')[line]);
        return Encoding.UTF8.GetCharCount(read, 0, (int)Math.Min(bytes, read.Length)) + 1;
    }

    private static string FirstSentence(ArgumentException refusal)
        => refusal.Message.IndexOf(" (Parameter", StringComparison.Ordinal) is var end and >= 0 ? refusal.Message[..end] : refusal.Message;

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject group => new JsonObject(group.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    /// <summary>Writes alone: what is read by generated code loses the defaults of members that are missing.</summary>
    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata)]
    [JsonSerializable(typeof(CleaningSettings))]
    private sealed partial class Written : JsonSerializerContext;
}
