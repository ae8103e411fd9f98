using Insiders.Core.Customers;

namespace Insiders.Core.Application.WorkLists;

/// <summary>What became of lines that were done: how many of their customers bought afterwards.</summary>
/// <param name="Bought">Customers who bought within <see cref="WithinDays"/> of the day it was done.</param>
/// <param name="Done">Lines that were done, those left alone not counted, whose time is over or whose customer has bought.</param>
/// <param name="Waiting">Lines whose customer has not bought and has time left.</param>
public sealed record WorkFollowUp(int Bought, int Done, int Waiting)
{
    /// <summary>Days that a purchase has time for.</summary>
    public const int WithinDays = 30;

    /// <summary>Looks every line up.</summary>
    /// <param name="items">Any lines.</param>
    /// <param name="customers">The customers; one who is not among them has not bought.</param>
    /// <param name="asOf">The last day of the data.</param>
    public static WorkFollowUp Of(IEnumerable<WorkItem> items, CustomerTable customers, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(customers);
        var (bought, done, waiting) = (0, 0, 0);
        foreach (var item in items.Where(item => item is { State: WorkState.Done, Act: not WorkAct.LeaveAlone }))
        {
            var (from, until) = (item.DoneOn!.Value.AddDays(1), item.DoneOn.Value.AddDays(WithinDays));
            if (customers.FindRow(item.CustomerId) is { } row && HasBought(customers, row, from, until))
            {
                (bought, done) = (bought + 1, done + 1);
            }
            else
            {
                (done, waiting) = asOf >= until ? (done + 1, waiting) : (done, waiting + 1);
            }
        }

        return new(bought, done, waiting);
    }

    private static bool HasBought(CustomerTable customers, int row, DateOnly from, DateOnly until)
    {
        foreach (var cell in customers.Days is { } days ? days.Between(from, until) : [])
        {
            if (cell.Place == row && cell.Invoices > 0)
            {
                return true;
            }
        }

        return false;
    }
}
