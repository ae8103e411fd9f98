using System.Globalization;
using Insiders.Core.Import;

namespace Insiders.Web.Localization;

/// <summary>Questions about the data and their answers, in the reader's language.</summary>
public static class QuestionText
{
    /// <summary>What is doubtful.</summary>
    public static string Of(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return Format.Fill(Find("Question" + question.Code), [.. question.Values.Select(ProblemText.Of)]);
    }

    /// <summary>Rows and money that the answer concerns, with examples.</summary>
    public static string Extent(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var extent = Format.Fill(Texts.DataQuestionRows, Format.Whole(question.Rows), Format.Money((double)question.Amount));
        return question.Examples.IsDefaultOrEmpty ? extent : $"{extent} {Format.Fill(Texts.DataQuestionExamples, string.Join(", ", question.Examples))}";
    }

    /// <summary>An answer in words.</summary>
    public static string Answer(string answer) => Find("Answer" + string.Concat(answer.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..])));

    private static string Find(string key) => Texts.ResourceManager.GetString(key, CultureInfo.CurrentUICulture) ?? key;
}
