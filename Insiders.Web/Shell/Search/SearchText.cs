using System.Globalization;
using System.Text;

namespace Insiders.Web.Shell.Search;

/// <summary>The form in which a search compares texts.</summary>
public static class SearchText
{
    private const char Unwritten = '\uFFFE';

    /// <summary>Small letters without accents. Half a letter (an id may be anything, and what is typed is cut) would stop the normalisation: runes replace it.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Ascii.IsValid(text))
        {
            return text.ToLowerInvariant();
        }

        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append(rune.Value == Unwritten ? " " : rune.ToString());
        }

        return string.Concat(whole.ToString().Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant();
    }
}
