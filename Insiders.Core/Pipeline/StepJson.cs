using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Insiders.Core.Learning;

namespace Insiders.Core.Pipeline;

/// <summary>Steps as JSON: the kind first, then the settings of that kind.</summary>
/// <typeparam name="T">What the kinds have in common.</typeparam>
/// <param name="kinds">The steps to choose among; only their types are looked at.</param>
internal sealed class StepJson<T>(IEnumerable<T> kinds) : JsonConverter<T>
    where T : StepOptions
{
    private readonly Dictionary<string, Type> _kinds = kinds.ToDictionary(step => step.Kind, step => step.GetType());

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var step = JsonNode.Parse(ref reader)!.AsObject();
        var kind = step[RecipeSchema.KindName]!.GetValue<string>();
        step.Remove(RecipeSchema.KindName);
        return (T)step.Deserialize(_kinds[kind], options)!;
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString(RecipeSchema.KindName, value.Kind);
        foreach (var member in JsonSerializer.SerializeToElement(value, value.GetType(), options).EnumerateObject())
        {
            member.WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}
