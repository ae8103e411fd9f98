using Insiders.Core.Import.Values;

namespace Insiders.Core.Import;

/// <summary>Rows counted as they go by, with their money and a few of their values.</summary>
internal sealed class RowTally
{
    private const int MostExamples = 3;

    private readonly List<string> _examples = [];
    private Int128 _amount;

    /// <summary>Rows so far.</summary>
    public long Rows { get; private set; }

    /// <summary>Sum of their amounts.</summary>
    public decimal TotalAmount => (decimal)_amount / Amount.Scale;

    /// <summary>Up to three different values of theirs.</summary>
    public IReadOnlyList<string> Examples => _examples;

    /// <summary>Counts a row.</summary>
    /// <param name="amount">Its amount in ten-thousandths.</param>
    public void Add(long amount)
    {
        Rows++;
        _amount += amount;
    }

    /// <summary>Counts a row and keeps a value of it.</summary>
    public void Add(long amount, string example)
    {
        Add(amount);
        if (_examples.Count < MostExamples && !_examples.Contains(example))
        {
            _examples.Add(example);
        }
    }
}
