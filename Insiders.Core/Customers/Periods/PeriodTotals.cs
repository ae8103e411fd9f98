namespace Insiders.Core.Customers.Periods;

/// <summary>Sales of somebody, or of several together, in one period.</summary>
/// <param name="RevenueAmount">Bought, returns not taken off.</param>
/// <param name="ReturnedAmount">What was returned, positive.</param>
/// <param name="Customers">Customers who bought something; products that were bought where it is of products.</param>
/// <param name="Invoices">Invoices with a purchase.</param>
/// <param name="Items">Items bought.</param>
/// <param name="SquaredAmounts">The squares of what each bought on each day, summed up: the variance of the revenue if purchases come by chance.</param>
public readonly record struct PeriodTotals(double RevenueAmount, double ReturnedAmount, int Customers, int Invoices, double Items, double SquaredAmounts)
{
    /// <summary>Revenue with returns taken off.</summary>
    public double NetRevenueAmount => RevenueAmount - ReturnedAmount;

    /// <summary>Revenue ÷ invoices; 0 without any.</summary>
    public double OrderValueAmount => Invoices == 0 ? 0 : RevenueAmount / Invoices;

    /// <summary>Revenue ÷ customers who bought; 0 without any.</summary>
    public double MeanRevenueAmount => Customers == 0 ? 0 : RevenueAmount / Customers;

    /// <summary>One day of one customer or product. It counts as a customer where it bought something.</summary>
    internal static PeriodTotals Of(DaySale day)
        => new(day.RevenueAmount, day.ReturnedAmount, day.Invoices > 0 ? 1 : 0, day.Invoices, day.Items, day.RevenueAmount * day.RevenueAmount);

    /// <summary>More days of the same customer or product: it stays one.</summary>
    public static PeriodTotals operator +(PeriodTotals left, PeriodTotals right) => left.And(right) with { Customers = Math.Max(left.Customers, right.Customers) };

    /// <summary>The same as the operator.</summary>
    public static PeriodTotals Add(PeriodTotals left, PeriodTotals right) => left + right;

    /// <summary>Those of others, too.</summary>
    internal PeriodTotals And(PeriodTotals other) => new(
        RevenueAmount + other.RevenueAmount, ReturnedAmount + other.ReturnedAmount, Customers + other.Customers, Invoices + other.Invoices, Items + other.Items, SquaredAmounts + other.SquaredAmounts);
}
