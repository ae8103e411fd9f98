
namespace Insiders.Core.Import.Values;

/// <summary>Blanks around a value: ASCII blanks, tabs, line ends and the no-break space.</summary>
internal static class Blanks
{
    /// <summary>The value without blanks at either end.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        // Most values have none: look at both ends once before looping.
        if (text.IsEmpty || (IsPlain(text[0]) && IsPlain(text[^1])))
        {
            return text;
        }

        var start = 0;
        var end = text.Length;
        while (start < end)
        {
            if (IsBlank(text[start]))
            {
                start++;
            }
            else if (end - start >= 2 && text[start] == 0xC2 && text[start + 1] == 0xA0)
            {
                start += 2;
            }
            else
            {
                break;
            }
        }

        while (end > start)
        {
            if (IsBlank(text[end - 1]))
            {
                end--;
            }
            else if (end - start >= 2 && text[end - 2] == 0xC2 && text[end - 1] == 0xA0)
            {
                end -= 2;
            }
            else
            {
                break;
            }
        }

        return text[start..end];
    }

    private static bool IsPlain(byte value) => value is > (byte)' ' and < 0x80;

    private static bool IsBlank(byte value) => value is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
}
