using System.Globalization;
using System.Text;

namespace Insiders.Web.Components.Search;

/// <summary>The form in which a search compares texts.</summary>
public static class SearchText
{
    private const char Unwritten = '\uFFFE';

    /// <summary>Lower-case letters without accents. Unpaired surrogates, which ids and truncated search texts may contain, are replaced because they would make the normalisation fail.</summary>
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
