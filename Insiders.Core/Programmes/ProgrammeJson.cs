using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Insiders.Core.Programmes;

/// <summary>Tiers, policies and evidence as JSON: columns of the database that other tools read, too.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Programme))]
[JsonSerializable(typeof(ImmutableArray<ConditionReading>), TypeInfoPropertyName = "EvidenceList")]
public sealed partial class ProgrammeJson : JsonSerializerContext
{
    /// <summary>A programme as text.</summary>
    public static string Write(Programme programme) => JsonSerializer.Serialize(programme, Default.Programme);

    /// <summary>The programme of a text.</summary>
    /// <exception cref="JsonException">The text was written by something else.</exception>
    public static Programme Read(string json) => JsonSerializer.Deserialize(json, Default.Programme) ?? throw new JsonException("The stored programme is empty.");

    /// <summary>Evidence as text.</summary>
    public static string WriteEvidence(ImmutableArray<ConditionReading> evidence) => JsonSerializer.Serialize(evidence, Default.EvidenceList);

    /// <summary>The evidence of a text.</summary>
    public static ImmutableArray<ConditionReading> ReadEvidence(string json) => JsonSerializer.Deserialize(json, Default.EvidenceList);
}
