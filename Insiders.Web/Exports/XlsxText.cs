using System.Xml;

namespace Insiders.Web.Exports;

/// <summary>Texts as a workbook can hold them.</summary>
internal static class XlsxText
{
    /// <summary>The most characters of a cell: Excel's own limit. What is longer is cut.</summary>
    public const int Longest = 32_767;

    /// <summary>A text without the characters that XML refuses, and no longer than a cell.</summary>
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
