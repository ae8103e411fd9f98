using System.Xml;

namespace Insiders.Web.Exports;

/// <summary>Converts texts to what a workbook can hold.</summary>
internal static class XlsxText
{
    /// <summary>Maximum length of a cell in characters: Excel's own limit. Longer texts are cut.</summary>
    public const int Longest = 32_767;

    /// <summary>Removes the characters that XML does not allow and cuts the text to the length of a cell.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.Length > Longest ? text[..Longest] : text;
        for (var i = 0; i < text.Length; i++)
        {
            if (!XmlConvert.IsXmlChar(text[i]))
            {
                return string.Concat(text.EnumerateRunes().Where(rune => rune.Value > char.MaxValue || (rune.Value != '\uFFFD' && XmlConvert.IsXmlChar((char)rune.Value))).Select(rune => rune.ToString()));
            }
        }

        return text;
    }
}
