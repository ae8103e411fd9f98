using System.Globalization;
using Bunit;
using Insiders.Core.Features;
using Insiders.Tests.Fixtures;
using Insiders.Web.Components;
using Insiders.Web.Components.ColumnGroups;
using Insiders.Web.Features.Glossary;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Insiders.Tests.Web.Features.Glossary;

public sealed class GlossaryTests : UiTest
{
    [Fact]
    public void Every_feature_has_a_sentence_in_both_languages()
    {
        var english = In("en", GlossaryCatalog.Features);
        var portuguese = In("pt-BR", GlossaryCatalog.Features);

        Assert.Equal(FeatureCatalog.All.Select(feature => (feature.Name, feature.Sentence)), english.Select(entry => (entry.Key, entry.Text)));
        Assert.Equal(english.Select(entry => entry.Key), portuguese.Select(entry => entry.Key));
        Assert.All(english.Zip(portuguese), pair => Assert.NotEqual(pair.First.Text, pair.Second.Text)); // equal where the translation is missing
        Assert.Equal("Participação na receita do cliente do que ele compra em: segunda-feira.", portuguese.Single(entry => entry.Key == "Monday").Text);
        Assert.Equal("Participação na receita do cliente do que ele compra no dia 1 do mês.", portuguese.Single(entry => entry.Key == "day_01").Text);
    }

    [Fact]
    public void English_sentences_of_the_texts_are_those_of_the_catalogue() => Assert.All(
        FeatureCatalog.All.Select(feature => (feature.Sentence, Text: Insiders.Web.Localization.Texts.ResourceManager.GetString("Feature_" + feature.Name, CultureInfo.InvariantCulture))),
        pair => Assert.True(pair.Text is null || pair.Text == pair.Sentence, pair.Text));

    [Fact]
    public void Every_word_has_one_place_and_a_meaning()
    {
        var all = GlossaryCatalog.Terms().Concat(GlossaryCatalog.Features()).ToArray();

        Assert.Equal(all.Length, all.Select(entry => entry.Key).Distinct().Count());
        Assert.All(all, entry => Assert.False(string.IsNullOrWhiteSpace(entry.Text)));
        Assert.All(all, entry => Assert.Equal(entry, GlossaryCatalog.Find(entry.Key)));
        Assert.Null(GlossaryCatalog.Find("<b>"));
    }

    [Fact]
    public void The_page_lists_every_word_with_an_anchor_and_every_formula()
    {
        var page = Render<GlossaryPage>();

        Assert.Equal(GlossaryCatalog.Terms().Length + FeatureCatalog.All.Length, page.FindAll("[data-testid=term]").Count);
        Assert.Contains("Days from a customer's last purchase", page.Find("#recency").TextContent, StringComparison.Ordinal);
        Assert.Contains("coalesce(gross_revenue_amount / nullif(purchase_lines, 0), 0)", page.Find("#avg_ticket code").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_filter_is_part_of_the_address()
    {
        var page = Render<GlossaryPage>();

        page.Find("[data-testid=filter]").Input("SILHOUÉTTE");

        Assert.EndsWith("?q=SILHOU%C3%89TTE", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal("silhouette", Assert.Single(page.FindAll("[data-testid=term]")).Id));
    }

    [Fact]
    public void A_hostile_filter_finds_nothing_and_says_what_to_do()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/glossary?q=" + Uri.EscapeDataString("<img src=x onerror=alert(1)>"));

        var page = Render<GlossaryPage>();

        Assert.Contains("Clear the filter", page.Find("[data-testid=notice]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("img"));
    }

    [Fact]
    public void Help_says_what_a_word_means_and_leads_to_it()
    {
        var help = Render<HelpMark>(mark => mark.Add(m => m.Term, "return_rate")).Find("a");

        Assert.Equal("/glossary#return_rate", help.GetAttribute("href"));
        Assert.StartsWith("Items returned", help.GetAttribute("title"), StringComparison.Ordinal);
        Assert.Empty(Render<HelpMark>(mark => mark.Add(m => m.Term, "nonsense")).FindAll("a"));
    }

    private static T In<T>(string language, Func<T> ask)
    {
        var (culture, ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return ask();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, ui);
        }
    }
}
