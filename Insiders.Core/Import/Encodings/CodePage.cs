using System.Collections.Immutable;
using System.Text;

namespace Insiders.Core.Import.Encodings;

/// <summary>The Windows code pages of one byte per letter, and which of them a text is written in.</summary>
internal static class CodePage
{
    private const string Neutral = "\u00a0’‘“”„‚–—…•¡¿«»€£$§©®™°ªº´·×±%‰²³½¼¾";

    // What people of one language write beyond ASCII; the last of a page are all its letters, which a file of several languages uses.
    private static readonly (TextEncoding Encoding, string Letters, double Weight)[] s_alphabets =
    [
        (TextEncoding.Latin1, "áéíóúüñ", 1), // Spanish
        (TextEncoding.Latin1, "áâãàçéêíóôõú", 1), // Portuguese
        (TextEncoding.Latin1, "àâçéèêëîïôùûüœæ", 1), // French
        (TextEncoding.Latin1, "äöüßé", 1), // German
        (TextEncoding.Latin1, "àèéìòù", 1), // Italian
        (TextEncoding.Latin1, "åäöæøé", 1), // Nordic
        (TextEncoding.Latin1, "àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿßœ", 0.9),
        (TextEncoding.Windows1250, "áčďéěíňóřšťúůýž", 1), // Czech
        (TextEncoding.Windows1250, "áäčďéíĺľňóôŕšťúýž", 1), // Slovak
        (TextEncoding.Windows1250, "ąćęłńóśźż", 1), // Polish
        (TextEncoding.Windows1250, "áéíóöőúüű", 1), // Hungarian
        (TextEncoding.Windows1250, "čćđšž", 1), // Croatian, Slovene
        (TextEncoding.Windows1250, "ăâîşţ", 1), // Romanian
        (TextEncoding.Windows1250, "áäăąćčçďđéëěęíîĺľłńňóôöőřŕśšşťţúůüűýźžżß", 0.85),
        (TextEncoding.Windows1254, "çğıöşüâîi̇", 1), // Turkish
        (TextEncoding.Windows1251, "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўјљњћџђ№", 1),
        (TextEncoding.Windows1253, "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ", 1),
    ];

    /// <summary>The letters of the bytes from 0x80 on; null for an encoding that is none of the pages.</summary>
    public static char[]? Upper(TextEncoding encoding)
    {
        int? page = encoding switch
        {
            TextEncoding.Latin1 => 1252,
            TextEncoding.Windows1250 => 1250,
            TextEncoding.Windows1251 => 1251,
            TextEncoding.Windows1253 => 1253,
            TextEncoding.Windows1254 => 1254,
            _ => null,
        };
        return page is { } number ? CodePagesEncodingProvider.Instance.GetEncoding(number)!.GetString([.. Enumerable.Range(0x80, 0x80).Select(value => (byte)value)]).ToCharArray() : null;
    }

    /// <summary>The page whose letters the text makes most sense in.</summary>
    /// <param name="text">Bytes of which some are beyond ASCII.</param>
    /// <returns>Windows-1252 where two make as much sense.</returns>
    /// <remarks>
    /// Each language asks how much of what is beyond ASCII is its own: letters beside letters. A sign in the middle of a word, as a letter of
    /// another page becomes, counts against it. Cyrillic and Greek letters must stand beside their like.
    /// </remarks>
    public static TextEncoding Detect(ReadOnlySpan<byte> text)
    {
        var (best, most) = (TextEncoding.Latin1, double.NegativeInfinity);
        foreach (var encoding in s_alphabets.Select(alphabet => alphabet.Encoding).Distinct())
        {
            var upper = Upper(encoding)!;
            foreach (var (_, letters, weight) in s_alphabets.Where(alphabet => alphabet.Encoding == encoding))
            {
                var score = Share(text, upper, [.. letters]) * weight;
                if (score > most + 1e-9)
                {
                    (best, most) = (encoding, score);
                }
            }
        }

        return best;
    }

    private static double Share(ReadOnlySpan<byte> text, char[] upper, ImmutableHashSet<char> letters)
    {
        var (own, all) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < 0x80)
            {
                continue;
            }

            var letter = upper[text[i] - 0x80];
            var (before, after) = (i > 0 ? At(text[i - 1], upper) : ' ', i + 1 < text.Length ? At(text[i + 1], upper) : ' ');
            if (Neutral.Contains(letter, StringComparison.Ordinal) && !(char.IsLetter(before) && char.IsLetter(after)))
            {
                continue;
            }

            all++;
            own += letters.Contains(char.ToLowerInvariant(letter)) && Fits(letter, before, after) ? 1 : 0;
        }

        return all == 0 ? 0 : (double)own / all;
    }

    // A capital does not follow a small letter, and letters of one word are of one alphabet.
    private static bool Fits(char letter, char before, char after) =>
        !(char.IsUpper(letter) && char.IsLower(before)) && IsLatin(letter, before) && IsLatin(letter, after);

    private static bool IsLatin(char letter, char beside) => !char.IsLetter(beside) || (letter < 'Ͱ') == (beside < 'Ͱ');

    private static char At(byte value, char[] upper) => value < 0x80 ? (char)value : upper[value - 0x80];
}
