using System.Collections.Immutable;
using Insiders.Core.Customers;
using Insiders.Web.Charts.Spec;
using Insiders.Web.Navigation;

namespace Insiders.Web.Features.Overview;

/// <summary>Revenue by month, stacked by segment; a month that is not whole is hatched.</summary>
public static class MonthColumns
{
    /// <summary>Builds the chart.</summary>
    /// <param name="summary">The figures.</param>
    /// <param name="customers">The base they are of.</param>
    /// <param name="isPartial">True for a month that is not whole.</param>
    /// <param name="addressOf">The address of the page under other conditions: what a click on a month picks.</param>
    public static BarChart Build(BaseSummary summary, CustomerTable customers, Func<DateOnly, bool> isPartial, Func<CustomerFilter, string> addressOf)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(isPartial);
        ArgumentNullException.ThrowIfNull(addressOf);
        ImmutableArray<(string Name, string Colour, int Place)> stacks =
        [
            .. customers.Segments.Select((segment, place) => (Format.NameOf(segment.Segment.Name), segment.Colour, place)).Append((Texts.NotInAnyGroup, ChartColours.Base, customers.Segments.Length))
                .Where(stack => summary.Months.Any(month => month.RevenueAmounts[stack.Item3] != 0)),
        ];
        return new()
        {
            Title = Texts.OverviewMonths,
            FileName = "revenue-by-month",
            LabelTitle = Texts.OverviewMonth,
            Values = ChartAxis.Money(Texts.ColumnRevenue),
            IsUpright = true,
            Height = 380,
            Series = [.. stacks.Select(stack => new BarSeries(stack.Name, stack.Colour, [.. summary.Months.Select(month => Bar(month, stack.Name, stack.Place))]))],
            Table = new(
                [Texts.OverviewMonth, .. stacks.Select(stack => stack.Name), Texts.ColumnRevenue, Texts.ColumnCustomers],
                [.. summary.Months.Select(month => new ChartRow([ChartCell.Of(Label(month)), .. stacks.Select(stack => ChartCell.Money(month.RevenueAmounts[stack.Place])), ChartCell.Money(month.RevenueAmount), ChartCell.Whole(month.Customers)], KeyOf(month)))]),
        };

        BarItem Bar(MonthSummary month, string name, int place)
        {
            var revenue = month.RevenueAmounts[place];
            var hover = Format.Fill(Texts.OverviewMonthHover, Label(month), name, Format.Money(revenue), Format.Percent(month.RevenueAmount > 0 ? revenue / month.RevenueAmount : 0), Format.Money(month.RevenueAmount), Format.Whole(month.Customers));
            return new BarItem(Format.ShortMonth(month.Month), Math.Round(revenue, 2), Format.WholeMoney(revenue), hover)
            {
                Key = KeyOf(month),
                IsSelected = summary.Filter.Month == month.Month,
                IsMuted = summary.Filter.Month is { } picked && picked != month.Month,
                IsPartial = isPartial(month.Month),
            };
        }

        string Label(MonthSummary month) => isPartial(month.Month) ? Format.Fill(Texts.OverviewPartialMonth, Format.Month(month.Month)) : Format.Month(month.Month);

        string KeyOf(MonthSummary month) => addressOf(summary.Filter.Toggle(month.Month));
    }
}
