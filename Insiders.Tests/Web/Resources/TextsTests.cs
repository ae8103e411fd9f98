using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Insiders.Tests.Web.Resources;

public sealed partial class TextsTests
{
    [Fact]
    public void Every_text_exists_in_both_languages_with_the_same_places()
    {
        var english = Read(CultureInfo.InvariantCulture);
        var portuguese = Read(CultureInfo.GetCultureInfo("pt-BR"));

        Assert.NotEmpty(english);
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), portuguese.Keys.Order(StringComparer.Ordinal));
        Assert.All(english, text => Assert.Equal(Places(text.Value), Places(portuguese[text.Key])));
        Assert.All(portuguese.Values, text => Assert.False(string.IsNullOrWhiteSpace(text)));
    }

    private static Dictionary<string, string> Read(CultureInfo culture) => Insiders.Web.Resources.Texts.ResourceManager
        .GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>()
        .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);

    private static string[] Places(string text) => [.. Place().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
