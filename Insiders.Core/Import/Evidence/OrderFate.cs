using System.Text;
using Insiders.Core.Problems;

namespace Insiders.Core.Import.Evidence;

/// <summary>Tells orders that came to nothing by the file's column of status. Used by one thread.</summary>
/// <remarks>A status that stands on the first line of an order only is that of its other lines too.</remarks>
internal sealed class OrderFate(SalesFile file)
{
    private readonly Dictionary<string, RowTally> _void = new(StringComparer.Ordinal);
    private readonly bool _keeps = file.Options.Answers.GetValueOrDefault(QuestionCode.OrderStatus) == "keep";
    private byte[] _order = [];
    private byte[] _status = [];
    private string? _word;

    /// <summary>Why a line is none of a sale; null when it is.</summary>
    /// <param name="order">Its order.</param>
    /// <param name="status">Its status; nothing is that of the line before, of the same order.</param>
    /// <param name="amount">Its amount.</param>
    public Problem? Refusal(ReadOnlySpan<byte> order, ReadOnlySpan<byte> status, long amount)
    {
        if (status.IsEmpty ? !order.SequenceEqual(_order) : !status.SequenceEqual(_status))
        {
            _status = status.ToArray();
            var text = Encoding.UTF8.GetString(status);
            _word = StatusWords.IsVoid(text) ? text : null;
        }

        if (!order.SequenceEqual(_order))
        {
            _order = order.ToArray();
        }

        if (_word is null)
        {
            return null;
        }

        if (!_void.TryGetValue(_word, out var tally))
        {
            _void.Add(_word, tally = new RowTally());
        }

        tally.Add(amount);
        return _keeps ? null : Problem.Of(ProblemCode.RowOrderStatus, _word);
    }

    /// <summary>The question about them; none when there are none.</summary>
    public IEnumerable<Question> Questions()
    {
        if (_void.Count == 0)
        {
            return [];
        }

        var words = string.Join(", ", _void.OrderByDescending(word => word.Value.Rows).ThenBy(word => word.Key, StringComparer.Ordinal).Select(word => $"'{word.Key}'"));
        var answer = _keeps ? "keep" : "leave-out";
        return
        [
            new(
                QuestionCode.OrderStatus, [file.Columns.Headers[LedgerColumn.Status], words], _void.Values.Sum(tally => tally.Rows), _void.Values.Sum(tally => tally.TotalAmount), [], answer,
                [.. Question.AnswersTo(QuestionCode.OrderStatus).Where(other => other != answer)]),
        ];
    }
}
