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
        return Format.Fill(Find("Question" + question.Code, question.Key), [.. question.Values.Select(ProblemText.Of)]);
    }

    /// <summary>Rows and money that the answer concerns, with examples.</summary>
    public static string Extent(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.Code == QuestionCode.Currencies)
        {
            return ""; // Money of several currencies has no sum; the question gives each.
        }

        var extent = Format.Fill(Texts.DataQuestionRows, Format.Whole(question.Rows), Format.Money((double)question.Amount));
        return question.Examples.IsDefaultOrEmpty ? extent : $"{extent} {Format.Fill(Texts.DataQuestionExamples, string.Join(", ", question.Examples))}";
    }

    /// <summary>An answer in words.</summary>
    public static string Answer(string answer) => Find("Answer" + string.Concat(answer.Split('-').Where(part => part.Length > 0).Select(part => char.ToUpperInvariant(part[0]) + part[1..])), answer.ToUpperInvariant());

    private static string Find(string key, string otherwise) => Texts.ResourceManager.GetString(key, CultureInfo.CurrentUICulture) ?? otherwise;
}
