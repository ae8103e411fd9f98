
namespace Insiders.Core.Import.Values;

/// <summary>Names of months in English, Portuguese, Spanish, German and French, whole or cut, told by their first three letters (four where June and July share three).</summary>
internal static class MonthName
{
    private const int Longest = 12;
    private const string Beginnings = "jan1feb2mar3apr4may5jun6jul7aug8sep9octAnovBdecC" // English
        + "fev2abr4mai5ago8set9outAdezC" // Portuguese
        + "ene1dicC" // Spanish
        + "mrz3oktA" // German
        + "avr4aou8"; // French

    /// <summary>Reads a name and moves past it, and past the full stop of an abbreviation unless that is the mark.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="at">Where it begins.</param>
    /// <param name="month">1 to 12.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, ref int at, out int month)
    {
        month = 0;
        Span<char> name = stackalloc char[Longest];
        var length = 0;
        for (; at < text.Length && length < Longest && TryLetter(text, ref at, out var letter); length++)
        {
            name[length] = letter;
        }

        if (length < 3)
        {
            return false;
        }

        if (name.StartsWith("jui"))
        {
            month = length < 4 ? 0 : name[3] switch { 'n' => 6, 'l' => 7, _ => 0 };
            return month > 0;
        }

        for (var i = 0; i < Beginnings.Length; i += 4)
        {
            if (name[..3].SequenceEqual(Beginnings.AsSpan(i, 3)))
            {
                month = Convert.ToInt32(Beginnings[i + 3].ToString(), 16);
                return true;
            }
        }

        return false;
    }

    /// <summary>A letter in lower case without its accent.</summary>
    private static bool TryLetter(ReadOnlySpan<byte> text, ref int at, out char letter)
    {
        letter = (char)(text[at] | 0x20);
        if (letter is >= 'a' and <= 'z')
        {
            at++;
            return true;
        }

        if (text[at] != 0xC3 || at + 1 >= text.Length)
        {
            return false;
        }

        letter = (text[at + 1] | 0x20) switch
        {
            >= 0xA0 and <= 0xA5 => 'a',
            0xA7 => 'c',
            >= 0xA8 and <= 0xAB => 'e',
            >= 0xB9 and <= 0xBC => 'u',
            _ => '\0',
        };
        at += letter == '\0' ? 0 : 2;
        return letter != '\0';
    }
}
