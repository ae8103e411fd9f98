using System.Globalization;
using Bunit;
using Insiders.Core.Application.Imports;
using Insiders.Core.Import;
using Insiders.Tests.Fixtures;
using Insiders.Web.Features.Data;

namespace Insiders.Tests.Web.Features.Data;

public sealed class QuestionsCardTests : UiTest
{
    private static readonly SalesSurvey s_survey = new(
        [
            new(QuestionCode.Nobody, ["'NA'", 103L], 103, 987.5m, [], "nobody", ["customer"]),
            new(QuestionCode.DayOrMonth, ["dd/MM/yyyy"], 400, 5_000m, [], "", ["day-first", "month-first"]),
        ],
        400, IsWhole: true);

    [Fact]
    public void A_question_has_its_rows_its_money_and_its_answer_and_a_changed_answer_is_said()
    {
        var chosen = new List<ImportChoices>();
        var page = Render(chosen);

        Assert.Contains("103", page.Find("[data-testid=question-nobody]").TextContent, StringComparison.Ordinal);
        Assert.Contains("987.50", page.Find("[data-testid=question-nobody]").TextContent, StringComparison.Ordinal);
        page.Find("[data-testid=answer-nobody]").Change("customer");

        Assert.Equal("customer", Assert.Single(chosen).Answers[QuestionCode.Nobody]);
    }

    [Fact]
    public void A_question_that_nothing_answers_waits_for_a_person()
    {
        var page = Render([]);

        Assert.Equal("", page.Find("[data-testid=answer-day-or-month]").GetAttribute("value"));
        Assert.Single(page.FindAll("[data-testid=question-day-or-month] .warning"));
    }

    [Fact]
    public void An_answer_whose_question_is_gone_can_be_taken_back()
    {
        var chosen = new List<ImportChoices>();
        var page = Render(chosen, ImportChoices.None with { Answers = ImportChoices.None.Answers.Add(QuestionCode.Subtotals, "keep") });

        page.Find("[data-testid=ask-subtotals]").Click();

        Assert.Empty(Assert.Single(chosen).Answers);
    }

    [Fact]
    public void Choices_and_answers_survive_being_kept_as_JSON()
    {
        var kept = ImportChoices.FromJson((ImportChoices.None with { Answers = ImportChoices.None.Answers.Add(QuestionCode.GuestId, "id") }).ToJson());

        Assert.Equal("id", kept.Answers[QuestionCode.GuestId]);
        Assert.Empty(ImportChoices.FromJson("""{"columns":{}}""").Answers);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("pt-BR")]
    public void Every_question_and_answer_has_its_words(string language)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            foreach (var code in Enum.GetValues<QuestionCode>())
            {
                Assert.DoesNotContain("Question", Insiders.Web.Localization.QuestionText.Of(new(code, ["a", "b"], 1, 1, [], "", [])), StringComparison.Ordinal);
                Assert.All(Question.AnswersTo(code), answer => Assert.DoesNotContain("Answer", Insiders.Web.Localization.QuestionText.Answer(answer), StringComparison.Ordinal));
                Assert.Equal(code, Question.FindCode(Question.KeyOf(code)));
            }
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private IRenderedComponent<QuestionsCard> Render(List<ImportChoices> chosen, ImportChoices? choices = null) => Render<QuestionsCard>(parameters => parameters
        .Add(card => card.Survey, s_survey).Add(card => card.Choices, choices ?? ImportChoices.None).Add(card => card.Changed, chosen.Add));
}
