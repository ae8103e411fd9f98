using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Web.Localization;

public sealed partial class TextsTests
{
    // Keys put together while running: ProblemText, ActionNames, FeatureSentence, RuleText, SettingText, QuestionText.
    private static readonly string[] s_lookedUp = ["Problem", "Audit", "Feature_", "RunsRule", "RunsSetting", "RunsChoice", "RunsMethod", "RunsUnit", "Question", "Answer"];

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

    [Fact]
    public void Every_text_is_used_by_name_or_belongs_to_those_that_are_looked_up()
    {
        var used = SourceFiles.Of(".cs", "Insiders.Web").Concat(SourceFiles.Of(".razor", "Insiders.Web"))
            .SelectMany(file => file.Lines).SelectMany(line => Use().Matches(line)).Select(use => use.Groups[1].Value).ToHashSet(StringComparer.Ordinal);

        Assert.DoesNotContain(
            Read(CultureInfo.InvariantCulture).Keys, key => !used.Contains(key) && !s_lookedUp.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal)));
    }

    [Fact]
    public void Percent_stands_at_its_number_and_one_day_is_no_days() => Assert.All(
        BothLanguages(), text => Assert.DoesNotMatch(@"[\d}]\s%|(?<![\d.,])1 (days|dias)\b|(?<![\w\d])-\d", text.Value));

    // What a Brazilian marketer does not say, or says with another word that the file has: pedido, participação, ação principal, dados de vendas, produto, ticket, perfil, backup.
    [Fact]
    public void Portuguese_has_one_word_for_one_thing_and_it_is_the_one_that_is_said() => Assert.All(
        Read(CultureInfo.GetCultureInfo("pt-BR")),
        text => Assert.False(OddPortuguese().IsMatch(text.Value), $"{text.Key}: {text.Value}"));

    [Fact]
    public void What_is_a_share_in_English_is_no_parte_in_Portuguese()
    {
        var portuguese = Read(CultureInfo.GetCultureInfo("pt-BR"));

        Assert.All(
            Read(CultureInfo.InvariantCulture).Where(text => Share().IsMatch(text.Value)),
            text => Assert.False(Parte().IsMatch(portuguese[text.Key]), $"{text.Key}: {portuguese[text.Key]}"));
    }

    private static IEnumerable<KeyValuePair<string, string>> BothLanguages() => [.. Read(CultureInfo.InvariantCulture), .. Read(CultureInfo.GetCultureInfo("pt-BR"))];

    private static Dictionary<string, string> Read(CultureInfo culture) => Insiders.Web.Localization.Texts.ResourceManager
        .GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>()
        .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);

    private static string[] Places(string text) => [.. Place().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\b(faturas?|alavancas?|livros?|artigos?|mercadorias?|tíquetes?|papel|papéis|cópias? de segurança|registro do servidor)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OddPortuguese();

    [GeneratedRegex(@"\bshare\b", RegexOptions.IgnoreCase)]
    private static partial Regex Share();

    [GeneratedRegex(@"\bpartes?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Parte();

    [GeneratedRegex(@"\bTexts\.(\w+)")]
    private static partial Regex Use();
}
