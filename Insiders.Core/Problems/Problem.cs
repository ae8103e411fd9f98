using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Insiders.Core.Problems;

/// <summary>What went wrong, as a code and its values, so that it can be said in any language.</summary>
/// <param name="Code">What.</param>
/// <param name="Values">What the code's sentence speaks of, in the order that <see cref="ProblemCode"/> gives.</param>
/// <remarks>Compares by reference of its values, as every record with an array does.</remarks>
public sealed record Problem(ProblemCode Code, ImmutableArray<ProblemValue> Values)
{
    private static readonly JsonSerializerOptions s_json = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>A problem with its values.</summary>
    public static Problem Of(ProblemCode code, params ReadOnlySpan<ProblemValue> values) => new(code, [.. values]);

    /// <summary>What a failure means to the person who asked.</summary>
    public static Problem Of(Exception failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return failure switch
        {
            IHasProblem known => known.Problem,
            _ when StoreRefusal.IsFull(failure) => Of(ProblemCode.DiskFull),
            _ when StoreRefusal.IsBusy(failure) => Of(ProblemCode.StoreBusy),
            IOException or UnauthorizedAccessException => Of(ProblemCode.FileAccess, failure.Message),
            _ => Of(ProblemCode.Other, failure.Message),
        };
    }

    /// <summary>One or two English sentences that a marketing analyst understands.</summary>
    [JsonIgnore]
    public string Sentence => string.Format(CultureInfo.InvariantCulture, ProblemSentences.Of(Code), [.. Values.Select(value => value.English)]);

    /// <summary>The problem as JSON on one line, to be kept.</summary>
    public string ToText() => JsonSerializer.Serialize(this, s_json);

    /// <summary>Reads what <see cref="ToText"/> wrote; any other text is an <see cref="ProblemCode.Other"/> problem with that text, as earlier versions kept it.</summary>
    public static Problem FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            return text.StartsWith('{') && JsonSerializer.Deserialize<Problem>(text, s_json) is { Values.IsDefault: false } problem ? problem : Of(ProblemCode.Other, text);
        }
        catch (JsonException)
        {
            return Of(ProblemCode.Other, text);
        }
    }
}
