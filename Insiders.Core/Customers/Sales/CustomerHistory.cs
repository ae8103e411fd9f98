using System.Collections.Immutable;

namespace Insiders.Core.Customers.Sales;

/// <summary>Everything one customer bought and returned, invoice by invoice and product by product.</summary>
public sealed record CustomerHistory
{
    /// <summary>The invoices, oldest first, equal times by number.</summary>
    public required ImmutableArray<CustomerInvoice> Invoices { get; init; }

    /// <summary>Products bought, highest amount first, equal amounts by code.</summary>
    public required ImmutableArray<CustomerProduct> Products { get; init; }

    /// <summary>Days with a purchase, ascending, each once; returns are no purchases.</summary>
    public required ImmutableArray<DateOnly> PurchaseDays { get; init; }

    /// <summary>The invoices with a purchase on them, oldest first.</summary>
    public ImmutableArray<CustomerInvoice> Purchases => [.. Invoices.Where(invoice => !invoice.IsReturn)];

    /// <summary>Products, those bought last first, equal days by amount.</summary>
    public static IEnumerable<CustomerProduct> Latest(ImmutableArray<CustomerProduct> products) => products.OrderByDescending(product => product.LastDay).ThenByDescending(product => product.RevenueAmount);

    /// <summary>Puts lines together.</summary>
    /// <param name="sales">The lines of one customer, in any order; those of an invoice keep it. A purchase has a quantity of 0 or more.</param>
    public static CustomerHistory Of(IEnumerable<CustomerSale> sales)
    {
        ArgumentNullException.ThrowIfNull(sales);
        ImmutableArray<CustomerSale> lines = [.. sales];
        var bought = lines.Where(line => line.Quantity >= 0).ToList();
        return new CustomerHistory
        {
            Invoices =
            [
                .. lines.GroupBy(line => line.Invoice, StringComparer.Ordinal)
                    .Select(group => new CustomerInvoice { Invoice = group.Key, SoldAt = group.Min(line => line.SoldAt), Lines = [.. group] })
                    .OrderBy(invoice => invoice.SoldAt).ThenBy(invoice => invoice.Invoice, StringComparer.Ordinal),
            ],
            Products =
            [
                .. bought.GroupBy(line => line.StockCode, StringComparer.Ordinal).Select(ProductOf)
                    .OrderByDescending(product => product.RevenueAmount).ThenBy(product => product.StockCode, StringComparer.Ordinal),
            ],
            PurchaseDays = [.. bought.Select(line => DateOnly.FromDateTime(line.SoldAt)).Distinct().Order()],
        };
    }

    private static CustomerProduct ProductOf(IGrouping<string, CustomerSale> lines)
    {
        var last = lines.MaxBy(line => line.SoldAt)!;
        return new CustomerProduct(
            lines.Key,
            last.Description,
            Quantities.Sum(lines.Select(line => line.Quantity)),
            lines.Sum(line => line.Amount),
            lines.Select(line => line.Invoice).Distinct(StringComparer.Ordinal).Count(),
            DateOnly.FromDateTime(last.SoldAt));
    }
}
