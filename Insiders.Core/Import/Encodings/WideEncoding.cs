using System.Text;

namespace Insiders.Core.Import.Encodings;

/// <summary>An encoding of two or four bytes per letter.</summary>
/// <param name="Kind">UTF-16 or UTF-32.</param>
/// <param name="Encoding">Of the byte order found.</param>
/// <param name="MarkLength">Bytes of the byte order mark; 0 without one.</param>
internal sealed record WideEncoding(TextEncoding Kind, Encoding Encoding, int MarkLength)
{
    private const int FewestBytes = 16;

    /// <summary>Told by the mark, or by the places of the zeros that plain letters have in a wide encoding.</summary>
    /// <param name="start">The first bytes of a file.</param>
    /// <returns>Null for a text of one byte per plain letter.</returns>
    public static WideEncoding? Of(ReadOnlySpan<byte> start) => start switch
    {
        [0xFF, 0xFE, 0, 0, ..] => new(TextEncoding.Utf32, Utf32(bigEndian: false), 4),
        [0, 0, 0xFE, 0xFF, ..] => new(TextEncoding.Utf32, Utf32(bigEndian: true), 4),
        [0xFF, 0xFE, ..] => new(TextEncoding.Utf16, Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => new(TextEncoding.Utf16, Encoding.BigEndianUnicode, 2),
        _ when start.Length < FewestBytes || start.Length % 4 != 0 => null,
        _ when Zeros(start, 4, 0) == 0 && Most(start, 4, 1) && Most(start, 4, 2) && Most(start, 4, 3) => new(TextEncoding.Utf32, Utf32(bigEndian: false), 0),
        _ when Zeros(start, 4, 3) == 0 && Most(start, 4, 0) && Most(start, 4, 1) && Most(start, 4, 2) => new(TextEncoding.Utf32, Utf32(bigEndian: true), 0),
        _ when Zeros(start, 2, 0) == 0 && Most(start, 2, 1) => new(TextEncoding.Utf16, Encoding.Unicode, 0),
        _ when Zeros(start, 2, 1) == 0 && Most(start, 2, 0) => new(TextEncoding.Utf16, Encoding.BigEndianUnicode, 0),
        _ => null,
    };

    private static UTF32Encoding Utf32(bool bigEndian) => new(bigEndian, byteOrderMark: false);

    // A header is mostly plain letters: nine of ten.
    private static bool Most(ReadOnlySpan<byte> text, int width, int place) => 10 * Zeros(text, width, place) >= 9 * (text.Length / width);

    private static int Zeros(ReadOnlySpan<byte> text, int width, int place)
    {
        var zeros = 0;
        for (var i = place; i < text.Length; i += width)
        {
            zeros += text[i] == 0 ? 1 : 0;
        }

        return zeros;
    }
}
