namespace Insiders.Core.Segments.Stages;

/// <summary>The days on which each customer bought something, each day once; a day with returns alone is none.</summary>
/// <remarks>Immutable; four bytes per customer and day.</remarks>
public sealed class PurchaseDays
{
    private readonly int[] _starts;
    private readonly int[] _days;

    /// <summary>Sorts days by customer.</summary>
    /// <param name="customers">Number of customers.</param>
    /// <param name="days">Rows 0 … <paramref name="customers"/> − 1 and days, in any order, each pair once.</param>
    /// <exception cref="ArgumentOutOfRangeException">A row lies outside.</exception>
    /// <remarks>O(n log n) for n days, O(n) where they are in order.</remarks>
    public PurchaseDays(int customers, IEnumerable<(int Row, DateOnly Day)> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        var all = days.ToArray();
        Array.Sort(all);
        _starts = new int[customers + 1];
        _days = new int[all.Length];
        for (var i = 0; i < all.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(all[i].Row, nameof(days));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(all[i].Row, customers, nameof(days));
            _days[i] = all[i].Day.DayNumber;
            _starts[all[i].Row + 1]++;
        }

        for (var row = 0; row < customers; row++)
        {
            _starts[row + 1] += _starts[row];
        }
    }

    /// <summary>Number of customers.</summary>
    public int Customers => _starts.Length - 1;

    /// <summary>The day numbers (<see cref="DateOnly.DayNumber"/>) on which a customer bought, ascending; none when it only returned.</summary>
    /// <param name="row">The customer.</param>
    public ReadOnlySpan<int> Of(int row) => _days.AsSpan(_starts[row].._starts[row + 1]);
}
