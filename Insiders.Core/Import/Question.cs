using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using Insiders.Core.Problems;

namespace Insiders.Core.Import;

/// <summary>Something doubtful about the data, what it concerns, and how it was answered.</summary>
/// <param name="Code">What.</param>
/// <param name="Values">What the sentence speaks of, in the order that <see cref="QuestionCode"/> gives.</param>
/// <param name="Rows">Rows that the answer concerns.</param>
/// <param name="Amount">Sum of their amounts, returns below zero.</param>
/// <param name="Examples">A few of the values concerned, as they stand in the file.</param>
/// <param name="Answer">The answer that was applied, a word in lower case; empty where the data give no reason to prefer one.</param>
/// <param name="Alternatives">The other answers.</param>
/// <remarks>Compares by reference of its values, as every record with an array does.</remarks>
public sealed record Question(
    QuestionCode Code, ImmutableArray<ProblemValue> Values, long Rows, decimal Amount, ImmutableArray<string> Examples, string Answer, ImmutableArray<string> Alternatives)
{
    /// <summary>True when a person must answer: any proposal would be a guess.</summary>
    [JsonIgnore]
    public bool IsOpen => Answer.Length == 0;

    /// <summary>The question's name in options and files: <c>line-amount</c>.</summary>
    [JsonIgnore]
    public string Key => KeyOf(Code);

    /// <summary>What was found and done, with rows and money, in English.</summary>
    [JsonIgnore]
    public string Sentence => QuestionSentences.Of(this);

    /// <summary>The name of a question in options and files.</summary>
    public static string KeyOf(QuestionCode code)
    {
        var key = new StringBuilder();
        foreach (var letter in code.ToString())
        {
            if (char.IsUpper(letter) && key.Length > 0)
            {
                key.Append('-');
            }

            key.Append(char.ToLower(letter, CultureInfo.InvariantCulture));
        }

        return key.ToString();
    }

    /// <summary>The question of a name; null when there is none.</summary>
    public static QuestionCode? FindCode(string key) => Enum.GetValues<QuestionCode>().Where(code => KeyOf(code) == key).Select(code => (QuestionCode?)code).FirstOrDefault();

    /// <summary>True for a question that cleaning answers, by the recipe's <c>tellsApart</c>: no answer is given while a file is read.</summary>
    public static bool IsOfCleaning(QuestionCode code) => code is QuestionCode.DiscountLines or QuestionCode.ServiceLines or QuestionCode.States;

    /// <summary>The answers to choose from: those of its code, or those that its file gives.</summary>
    [JsonIgnore]
    public ImmutableArray<string> Choices => AnswersTo(Code) is { IsEmpty: false } known ? known : [.. Alternatives.Append(Answer).Where(answer => answer.Length > 0).Order(StringComparer.Ordinal)];

    /// <summary>The answers there are to a question, the usual proposal first; none where they depend on the file.</summary>
    public static ImmutableArray<string> AnswersTo(QuestionCode code) => code switch
    {
        QuestionCode.LineAmount => ["amount", "unit-price"],
        QuestionCode.DayOrMonth => ["day-first", "month-first"],
        QuestionCode.DecimalMark => ["point", "comma"],
        QuestionCode.NoOrderNumber => ["by-moment"],
        QuestionCode.GuestId => ["email", "id"],
        QuestionCode.Nobody => ["nobody", "customer"],
        QuestionCode.CustomerSpelling => ["one", "apart"],
        QuestionCode.DiscountLines => ["subtract", "drop"],
        QuestionCode.ServiceLines => ["apart", "goods"],
        QuestionCode.DiscountShares => ["take-off", "paid"],
        QuestionCode.Currencies => [],
        QuestionCode.States => ["states", "countries"],
        _ => ["leave-out", "keep"],
    };
}
