using System.Collections.Immutable;

namespace Insiders.Core.Customers.Sales;

/// <summary>One invoice of a customer.</summary>
public sealed record CustomerInvoice
{
    /// <summary>Its number in the ledger.</summary>
    public required string Invoice { get; init; }

    /// <summary>The time of its first line.</summary>
    public required DateTime SoldAt { get; init; }

    /// <summary>Its lines, in the order of the ledger's answer.</summary>
    public required ImmutableArray<CustomerSale> Lines { get; init; }

    /// <summary>The day of its first line.</summary>
    public DateOnly Day => DateOnly.FromDateTime(SoldAt);

    /// <summary>Items bought.</summary>
    public double Items => Quantities.Sum(Lines.Where(line => line.Quantity >= 0).Select(line => line.Quantity));

    /// <summary>Items returned, positive.</summary>
    public double ReturnedItems => Quantities.Sum(Lines.Where(line => line.Quantity < 0).Select(line => -line.Quantity));

    /// <summary>Different products bought.</summary>
    public int Products => Lines.Where(line => line.Quantity >= 0).Select(line => line.StockCode).Distinct(StringComparer.Ordinal).Count();

    /// <summary>What was bought, returns not taken off.</summary>
    public double RevenueAmount => Lines.Where(line => line.Quantity >= 0).Sum(line => line.Amount);

    /// <summary>What was returned, positive.</summary>
    public double ReturnedAmount => -Lines.Where(line => line.Quantity < 0).Sum(line => line.Amount);

    /// <summary>True when nothing was bought on it.</summary>
    public bool IsReturn => Lines.All(line => line.Quantity < 0);
}
