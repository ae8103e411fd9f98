using System.Globalization;
using Insiders.Core.Customers.Hypotheses;
using Insiders.Core.Statistics.Hypotheses;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Features.Insights.Hypotheses;

namespace Insiders.Tests.Web.Features.Insights.Hypotheses;

public sealed class HypothesisTextTests
{
    [Fact]
    public void Sentences_say_the_figures_first_and_what_is_open()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var customers = FiveCustomers.Build();
        var hypothesis = HypothesisCatalog.Find("items-mean")!;
        var result = new HypothesisResult { Hypothesis = hypothesis, GroupFigure = 30, BaseFigure = 12, Estimate = 2.5, Low = 1.5, High = 3, GroupCount = 2, BaseCount = 5, Claim = new Claim(0.2, 0.8) };

        Assert.Equal("Insiders – Items: on average at most 150% that of all customers", HypothesisText.ClaimOf(hypothesis with { Id = "own", IsAtLeast = false, Threshold = 1.5 }, customers));
        Assert.Equal("Insiders: buy at least 2 times as many items as the average customer", HypothesisText.ClaimOf(hypothesis, customers));
        Assert.Equal("Insiders – Items: 30 on average, against 12 over all customers, 2.5 times as much. But it may as well be anything from 150% to 3 times.", HypothesisText.SentenceOf(HypothesisVerdict.Of([result])[0], customers));
        Assert.Equal(
            "Never sold on: Friday, Sunday. Either the shop is closed then, or sales are missing: a question to settle before reading anything into weekdays.",
            HypothesisText.SentenceOf(HypothesisVerdict.Of([new() { Hypothesis = HypothesisCatalog.Find("every-weekday")!, IsSo = false, Missing = [0, 5], GroupFigure = 5, BaseFigure = 7 }])[0], customers));
        Assert.StartsWith("Never sold in these hours: 0–5, 7, 21–23.", HypothesisText.SentenceOf(HypothesisVerdict.Of([new() { Hypothesis = HypothesisCatalog.Find("every-hour")!, IsSo = false, Missing = [0, 1, 2, 3, 4, 5, 7, 21, 22, 23], GroupFigure = 14, BaseFigure = 24 }])[0], customers), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_reason_kind_and_hypothesis_has_its_words_in_both_languages()
    {
        var customers = FiveCustomers.Build();
        foreach (var culture in (string[])["en", "pt-BR"])
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            foreach (var hypothesis in HypothesisCatalog.All.Concat(HypothesisCatalog.All.Select(known => known with { IsAtLeast = !known.IsAtLeast })))
            {
                Assert.DoesNotContain("{", HypothesisText.ClaimOf(hypothesis, customers), StringComparison.Ordinal);
            }

            var reasons = Enum.GetValues<HypothesisSilence>().Select(silence => HypothesisText.SentenceOf(HypothesisVerdict.Of([new() { Hypothesis = HypothesisCatalog.All[0], Silence = silence }])[0], customers)).ToArray();
            Assert.Equal(reasons.Length, reasons.Distinct().Count());
            Assert.Equal(Hypothesis.OwnKinds.Length, Hypothesis.OwnKinds.Select(HypothesisText.NameOf).Distinct().Count());
        }
    }

    [Fact]
    public void The_people_behind_a_figure_are_linked_only_where_the_list_has_exactly_them()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var customers = FiveCustomers.Build();
        var result = new HypothesisResult { Hypothesis = HypothesisCatalog.Find("items-mean")!, GroupCount = 2, BaseCount = 5 };

        Assert.Equal(["/customers?segment=7", "/customers?view=all"], HypothesisLinks.Of(result, customers).Select(link => link.Address));
        Assert.Empty(HypothesisLinks.Of(result with { GroupCount = 1, BaseCount = 4 }, customers));
    }

    [Fact]
    public void A_draft_writes_percentages_as_ratios_and_correlations_as_they_are()
    {
        var customers = FiveCustomers.Build();
        var draft = new HypothesisDraft { Group = "country:EIRE", Threshold = 150, IsAtLeast = false };

        Assert.Equal((HypothesisKind.Mean, 1.5, "EIRE", false), (draft.Write().Kind, draft.Write().Threshold, draft.Write().Group.Country, draft.Write().IsAtLeast));
        draft.Choose(HypothesisKind.RanksTogether, customers);
        draft.Threshold = 0.3;
        Assert.Equal(("qtty_invoices", 0.3), (draft.Write().Other, draft.Write().Threshold));
        draft.Group = HypothesisDraft.Everybody;
        draft.Choose(HypothesisKind.ShareOfProducts, customers);
        Assert.Equal(("", 0.1, HypothesisGroup.Best), (draft.Write().Measure, draft.Write().Threshold, draft.Write().Group)); // nobody's share of products is compared with everybody's
    }
}
