using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Insiders.Core.Analysis;

/// <summary>What the customers of a base did month by month, in memory.</summary>
/// <remarks>Immutable. Every customer and month takes 48 bytes; a question about a month is a pass over its customers.</remarks>
public sealed class MonthlySales
{
    private readonly FrozenDictionary<DateOnly, ImmutableArray<CustomerMonth>> _months;

    /// <summary>Sorts what customers did into months.</summary>
    /// <param name="cells">At most one per customer and month, in any order.</param>
    public MonthlySales(ImmutableArray<CustomerMonth> cells)
    {
        _months = cells.GroupBy(cell => cell.Month).ToFrozenDictionary(month => month.Key, month => month.OrderBy(cell => cell.Row).ToImmutableArray());
        Months = [.. _months.Keys.Order()];
    }

    /// <summary>First days of the months in which somebody bought or returned something, ascending.</summary>
    public ImmutableArray<DateOnly> Months { get; }

    /// <summary>Everybody who did something in a month, by row; nobody when nothing was sold in it.</summary>
    /// <param name="month">Its first day.</param>
    public ImmutableArray<CustomerMonth> Of(DateOnly month) => _months.GetValueOrDefault(month, []);
}
