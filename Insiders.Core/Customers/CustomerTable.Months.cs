using Insiders.Core.Customers.Sales;

namespace Insiders.Core.Customers;

/// <content>Who bought when.</content>
public sealed partial class CustomerTable
{
    /// <summary>What the customers did month by month; null when the sales of the run are not known.</summary>
    public MonthlySales? Months { get; private init; }

    /// <summary>The same customers with what they did month by month.</summary>
    /// <param name="months">Beside the rows of this base.</param>
    public CustomerTable WithMonths(MonthlySales? months) => new(_columns, Segments) { Months = months, Stages = Stages };

    private bool[] BoughtIn(DateOnly month)
    {
        var bought = new bool[Count];
        foreach (var cell in Months?.Of(month) ?? [])
        {
            bought[cell.Row] = cell.Invoices > 0;
        }

        return bought;
    }
}
