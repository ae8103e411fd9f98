using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Insiders.Core.Ledger;

/// <summary>A fingerprint in JSON is its 32 hexadecimal digits.</summary>
internal sealed class LedgerFingerprintConverter : JsonConverter<LedgerFingerprint>
{
    public override LedgerFingerprint Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        UInt128.TryParse(reader.GetString(), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var sum)
            ? new(sum) : throw new JsonException("A fingerprint is 32 hexadecimal digits.");

    public override void Write(Utf8JsonWriter writer, LedgerFingerprint value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
