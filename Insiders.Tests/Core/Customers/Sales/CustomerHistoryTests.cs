using Insiders.Core.Customers.Sales;

namespace Insiders.Tests.Core.Customers.Sales;

public sealed class CustomerHistoryTests
{
    private static readonly DateTime s_monday = new(2020, 3, 2, 10, 30, 0);
    private static readonly DateTime s_tuesday = new(2020, 3, 3);

    private static readonly CustomerHistory s_history = CustomerHistory.Of(
    [
        new("10", "A", "MUG", 3, s_monday, 2.50, 7.50),
        new("10", "B", "CUP", 2, s_monday, 1.00, 2.00),
        new("10", "A", "MUG", 1, s_monday.AddMinutes(1), 2.00, 2.00),
        new("C11", "A", "MUG", -1, s_tuesday, 2.50, -2.50),
        new("9", "A", "BLUE MUG", 1, s_tuesday, 2.50, 2.50),
    ]);

    [Fact]
    public void Invoices_go_by_time_and_keep_purchases_and_returns_apart()
    {
        Assert.Equal(["10", "9", "C11"], s_history.Invoices.Select(invoice => invoice.Invoice));

        var first = s_history.Invoices[0];
        Assert.Equal((6, 2, 11.5, 0, 0.0), (first.Items, first.Products, first.RevenueAmount, first.ReturnedItems, first.ReturnedAmount)); // 3 products if lines were counted
        Assert.Equal((0, 1, 2.5, true), (s_history.Invoices[2].Items, s_history.Invoices[2].ReturnedItems, s_history.Invoices[2].ReturnedAmount, s_history.Invoices[2].IsReturn));
        Assert.Equal(["10", "9"], s_history.Purchases.Select(invoice => invoice.Invoice));
    }

    [Fact]
    public void Products_go_by_amount_and_returns_do_not_take_from_it()
        => Assert.Equal<CustomerProduct>(
            [new("A", "BLUE MUG", 5, 12.0, 2, new(2020, 3, 3)), new("B", "CUP", 2, 2.0, 1, new(2020, 3, 2))], // 9.50 with the return taken off
            s_history.Products.AsEnumerable());

    [Fact]
    public void Days_with_returns_only_are_no_purchase_days()
        => Assert.Equal([new DateOnly(2020, 3, 2)], CustomerHistory.Of(s_history.Invoices[0].Lines.Concat(s_history.Invoices[2].Lines)).PurchaseDays.AsEnumerable());
}
