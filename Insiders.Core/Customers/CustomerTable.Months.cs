using System.Collections.Immutable;
using Insiders.Core.Customers.Outlooks;
using Insiders.Core.Customers.Periods;
using Insiders.Core.Customers.Sales;
using Insiders.Core.Segments.Stages;

namespace Insiders.Core.Customers;

/// <content>Who bought when.</content>
public sealed partial class CustomerTable
{
    /// <summary>What the customers did month by month; null when the sales of the run are not known.</summary>
    public MonthlySales? Months { get; private init; }

    /// <summary>What the customers did day by day: what figures of periods are made of; null when the sales of the run are not known.</summary>
    public DailySales? Days { get; private init; }

    /// <summary>Measures of <see cref="SalesMeasures"/>, by name; empty when the sales of the run are not known.</summary>
    private ImmutableDictionary<string, ImmutableArray<double>> Measured { get; init; } = ImmutableDictionary<string, ImmutableArray<double>>.Empty;

    /// <summary>The same customers with what they did month by month.</summary>
    /// <param name="months">Beside the rows of this base.</param>
    public CustomerTable WithMonths(MonthlySales? months) => new(_columns, Segments) { Months = months, Days = Days, Measured = Measured, Stages = Stages };

    /// <summary>The same customers with what they did day by day, and the measures that follow from it.</summary>
    /// <param name="days">Beside the rows of this base.</param>
    /// <param name="purchases">On which days each of them bought.</param>
    /// <param name="asOf">The last day of the data.</param>
    public CustomerTable WithDays(DailySales days, PurchaseDays purchases, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(days);
        return new(_columns, Segments) { Months = Months, Days = days, Measured = SalesMeasures.Of(purchases, days.NetRevenue(), asOf), Stages = Stages };
    }

    /// <summary>The same customers with what is expected of them.</summary>
    /// <param name="outlook">Columns beside the rows of this base; columns of another number of customers are left out.</param>
    public CustomerTable WithOutlook(OutlookColumns outlook)
    {
        ArgumentNullException.ThrowIfNull(outlook);
        return new(_columns, Segments) { Months = Months, Days = Days, Measured = Measured.SetItems(outlook.Measures(Count)), Stages = Stages };
    }

    /// <summary>Those of some customers who have a value: everybody has one of every feature.</summary>
    private ImmutableArray<int> Valued(string feature, ImmutableArray<int> rows)
        => Measured.TryGetValue(feature, out var values) ? [.. rows.Where(row => !double.IsNaN(values[row]))] : rows;

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
