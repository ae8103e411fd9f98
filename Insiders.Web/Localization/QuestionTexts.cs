using System.Globalization;
using Insiders.Core.Import;

namespace Insiders.Web.Localization;

/// <summary>Questions about the data and their answers, in the reader's language.</summary>
public static class QuestionTexts
{
    /// <summary>What is doubtful.</summary>
    public static string Of(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return Figures.Fill(Find("Question" + question.Code), [.. question.Values.Select(ProblemTexts.Of)]);
    }

    /// <summary>Rows and money that the answer concerns, with examples.</summary>
    public static string Extent(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var extent = Figures.Fill(Texts.DataQuestionRows, Figures.Whole(question.Rows), Figures.Money((double)question.Amount));
        return question.Examples.IsDefaultOrEmpty ? extent : $"{extent} {Figures.Fill(Texts.DataQuestionExamples, string.Join(", ", question.Examples))}";
    }

    /// <summary>An answer in words.</summary>
    public static string Answer(string answer) => Find("Answer" + string.Concat(answer.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..])));

    private static string Find(string key) => Texts.ResourceManager.GetString(key, CultureInfo.CurrentUICulture) ?? key;
}
