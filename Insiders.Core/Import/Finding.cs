using System.Collections.Immutable;
using Insiders.Core.Problems;

namespace Insiders.Core.Import;

/// <summary>Something doubtful that detection found, with its answer: a question before its rows are counted.</summary>
/// <param name="Code">What.</param>
/// <param name="Answer">The answer that reading applies; empty where nothing speaks for one.</param>
/// <param name="Values">What the question's sentence speaks of.</param>
internal sealed record Finding(QuestionCode Code, string Answer, ImmutableArray<ProblemValue> Values)
{
    /// <summary>The question, once its rows are counted.</summary>
    public Question Ask(RowTally tally) => new(
        Code, Values, tally.Rows, tally.TotalAmount, [.. tally.Examples], Answer, [.. Question.AnswersTo(Code).Where(answer => answer != Answer)]);
}
