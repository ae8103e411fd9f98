using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Insiders.Core.Learning.Clustering;

namespace Insiders.Core.Learning.Sweep;

/// <summary>A clustering method as a sweep tries it.</summary>
/// <param name="Options">Its settings, seed included.</param>
/// <param name="Clusterer">The method made from them, for one thread: a sweep has many fits at once.</param>
public sealed record SweepMethod(ClustererOptions Options, IClusterer Clusterer)
{
    private static readonly JsonSerializerOptions s_json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>It finds the number of clusters itself: it is tried once.</summary>
    public bool FindsClusterCount { get; init; }

    /// <summary>Takes a method from a catalogue.</summary>
    /// <exception cref="ArgumentException">It has none of that kind.</exception>
    public static SweepMethod Of(ClustererOptions options, MethodCatalog methods)
    {
        ArgumentNullException.ThrowIfNull(methods);
        var entry = methods.EntryOf(options);
        return new SweepMethod(options, entry.Create(options with { Threads = 1 })) { FindsClusterCount = entry.FindsClusterCount };
    }

    /// <summary>The settings by name, as JSON spells their values.</summary>
    internal ImmutableSortedDictionary<string, string> Parameters()
        => JsonSerializer.SerializeToElement(Options, Options.GetType(), s_json).EnumerateObject()
            .ToImmutableSortedDictionary(member => member.Name, member => member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString()! : member.Value.GetRawText(), StringComparer.Ordinal);
}
