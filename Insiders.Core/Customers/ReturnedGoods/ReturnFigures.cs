using System.Collections.Immutable;

namespace Insiders.Core.Customers.ReturnedGoods;

/// <summary>What a set of customers returned.</summary>
public sealed record ReturnFigures
{
    /// <summary>Customers.</summary>
    public required int Customers { get; init; }

    /// <summary>Those who returned something.</summary>
    public required int Returning { get; init; }

    /// <summary>Items returned, all together.</summary>
    public required double Items { get; init; }

    /// <summary>Money of what was returned, positive; null where the sales are no longer stored.</summary>
    public required double? Amount { get; init; }

    /// <summary>Items returned per customer; null without customers.</summary>
    public required double? MeanItems { get; init; }

    /// <summary>The middle customer's items returned; null likewise.</summary>
    public required double? MedianItems { get; init; }

    /// <summary>The middle one of those who returned something; null where nobody did.</summary>
    public required double? MedianOfReturning { get; init; }

    /// <summary>Items returned ÷ items bought, of all together: what the shop ships for nothing. Null where nothing was bought.</summary>
    public required double? PooledRate { get; init; }

    /// <summary>The mean of the customers' own rates, each customer counting as one; null without customers.</summary>
    public required double? MeanRate { get; init; }

    /// <summary>The share of customers who returned something; null without customers.</summary>
    public double? ReturningShare => Customers == 0 ? null : Returning / (double)Customers;

    /// <summary>Works it out.</summary>
    /// <param name="customers">The base.</param>
    /// <param name="rows">The set.</param>
    /// <param name="amounts">What each customer of the base returned, in money; null where the sales are no longer stored.</param>
    public static ReturnFigures Of(CustomerTable customers, ImmutableArray<int> rows, ImmutableArray<double>? amounts)
    {
        ArgumentNullException.ThrowIfNull(customers);
        var returned = customers.Feature("qtty_returns");
        ImmutableArray<int> returning = [.. rows.Where(row => returned[row] > 0)];
        var (items, bought) = (CustomerTable.Sum(returned, rows), customers.Sum("qtty_items", rows));
        return new()
        {
            Customers = rows.Length,
            Returning = returning.Length,
            Items = items,
            Amount = amounts is { } money ? CustomerTable.Sum(money, rows) : null,
            MeanItems = rows.IsEmpty ? null : items / rows.Length,
            MedianItems = rows.IsEmpty ? null : CustomerTable.Median(returned, rows),
            MedianOfReturning = returning.IsEmpty ? null : CustomerTable.Median(returned, returning),
            PooledRate = bought > 0 ? items / bought : null,
            MeanRate = rows.IsEmpty ? null : customers.Mean("return_rate", rows),
        };
    }
}
