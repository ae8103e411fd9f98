using Insiders.Core.Import;
using Insiders.Core.Ledger;
using Insiders.Core.Problems;

namespace Insiders.Core.Cleaning;

/// <summary>What is doubtful about a cleaned ledger: lines that are no goods, and countries that are none.</summary>
internal static class CleaningQuestions
{
    private const int MostExamples = 3;

    /// <summary>Reads them from the tables that cleaning left.</summary>
    internal static IEnumerable<Question> Read(LedgerSession session, CountrySpellings spellings, CancellationToken cancellationToken)
    {
        var service = CleaningRules.All.Select((rule, stage) => (rule, stage)).Single(entry => entry.rule.Name == "control-code").stage;
        (QuestionCode Code, string Condition)[] kinds = [(QuestionCode.DiscountLines, $"NOT goods AND stage = {CleaningSql.PassedStage}"), (QuestionCode.ServiceLines, $"stage = {service}")];
        foreach (var (code, condition) in kinds)
        {
            var names = new List<(string Name, long Rows, decimal Amount)>();
            CancellableSql.Read(
                session,
                $"SELECT coalesce(description, stock_code), count(*) AS row_count, sum(amount) FROM cleaning_rows WHERE {condition} GROUP BY 1 ORDER BY row_count DESC, 1",
                reader => names.Add((reader.GetString(0), reader.GetInt64(1), reader.GetDecimal(2))),
                cancellationToken);
            if (names.Count > 0)
            {
                string[] examples = [.. names.Take(MostExamples).Select(name => name.Name)];
                yield return Ask(code, [string.Join(", ", examples.Select(name => $"'{name}'"))], names.Sum(name => name.Rows), names.Sum(name => name.Amount), code == QuestionCode.ServiceLines ? [] : examples);
            }
        }

        if (spellings.StatesOf is { } country)
        {
            var (rows, amount) = (0L, 0m);
            CancellableSql.Read(
                session, "SELECT count(*), coalesce(sum(amount), 0) FROM cleaning_rows WHERE country IS NOT NULL", reader => (rows, amount) = (reader.GetInt64(0), reader.GetDecimal(1)), cancellationToken);
            yield return Ask(QuestionCode.States, [country], rows, amount, spellings.Examples);
        }
    }

    private static Question Ask(QuestionCode code, ReadOnlySpan<ProblemValue> values, long rows, decimal amount, IEnumerable<string> examples) =>
        new(code, [.. values], rows, amount, [.. examples], Question.AnswersTo(code)[0], Question.AnswersTo(code)[1..]);
}
