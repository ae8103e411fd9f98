using System.Text.Json;
using System.Text.Json.Serialization;

namespace Insiders.Core.Features;

/// <summary>A feature that the ledger does not have is its name alone, as runs have always kept it; others say why.</summary>
internal sealed class OmittedFeatureJson : JsonConverter<OmittedFeature>
{
    private const string Name = "name";
    private const string Reason = "reason";
    private const string Other = "other";

    public override OmittedFeature Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return new OmittedFeature(reader.GetString()!, OmissionReason.Missing);
        }

        using var feature = JsonDocument.ParseValue(ref reader);
        return new OmittedFeature(
            feature.RootElement.GetProperty(Name).GetString()!,
            Enum.Parse<OmissionReason>(feature.RootElement.GetProperty(Reason).GetString()!, ignoreCase: true),
            feature.RootElement.TryGetProperty(Other, out var other) ? other.GetString() : null);
    }

    public override void Write(Utf8JsonWriter writer, OmittedFeature value, JsonSerializerOptions options)
    {
        if (value.Reason == OmissionReason.Missing)
        {
            writer.WriteStringValue(value.Name);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString(Name, value.Name);
        writer.WriteString(Reason, JsonNamingPolicy.CamelCase.ConvertName(value.Reason.ToString()));
        if (value.Other is not null)
        {
            writer.WriteString(Other, value.Other);
        }

        writer.WriteEndObject();
    }
}
