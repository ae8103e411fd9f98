using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Insiders.Core.Problems;

/// <summary>What went wrong, as a code and its values, so that it can be worded in any language.</summary>
/// <param name="Code">What went wrong.</param>
/// <param name="Values">The values in the code's sentence, in the order that <see cref="ProblemCode"/> gives.</param>
/// <remarks>Equality compares the values by reference, as in every record with an array.</remarks>
public sealed record Problem(ProblemCode Code, ImmutableArray<ProblemValue> Values)
{
    private static readonly JsonSerializerOptions s_json = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Creates a problem.</summary>
    public static Problem Of(ProblemCode code, params ReadOnlySpan<ProblemValue> values) => new(code, [.. values]);

    /// <summary>Translates an exception into a problem for the person who made the request.</summary>
    public static Problem Of(Exception failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return failure switch
        {
            IHasProblem carrier => carrier.Problem,
            _ when StoreRefusal.IsFull(failure) => Of(ProblemCode.DiskFull),
            _ when StoreRefusal.IsBusy(failure) => Of(ProblemCode.StoreBusy),
            IOException or UnauthorizedAccessException => Of(ProblemCode.FileAccess, failure.Message),
            _ => Of(ProblemCode.Other, failure.Message),
        };
    }

    /// <summary>One or two English sentences that a marketing analyst understands.</summary>
    [JsonIgnore]
    public string Sentence => string.Format(CultureInfo.InvariantCulture, ProblemSentences.Of(Code), [.. Values.Select(value => value.English)]);

    /// <summary>The problem as one line of JSON, for storage.</summary>
    public string ToText() => JsonSerializer.Serialize(this, s_json);

    /// <summary>Reads what <see cref="ToText"/> wrote; any other text, as earlier versions stored it, becomes an <see cref="ProblemCode.Other"/> problem.</summary>
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
