using System.Collections.Immutable;
using Insiders.Core.Customers.Sales;
using Insiders.Web.Charts.Spec;

namespace Insiders.Web.Features.CustomerStory;

/// <summary>Charts the invoices and returns of a customer over time.</summary>
public static class StoryTimeline
{
    /// <summary>The colour of purchases.</summary>
    public const string Bought = "#0072B2";

    /// <summary>The colour of returns.</summary>
    public const string Returned = "#D55E00";

    /// <summary>Builds the chart: an event per invoice, returns below zero. An invoice with both has two events.</summary>
    /// <param name="customerId">The customer's id.</param>
    /// <param name="history">The customer's invoices.</param>
    /// <param name="asOf">The last day of the data; the time axis extends to it, so that a silence is visible.</param>
    public static TimelineChart Build(string customerId, CustomerHistory history, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(history);
        ImmutableArray<TimelineEvent> bought = [.. history.Purchases.Select(invoice => new TimelineEvent(
            invoice.Day, Math.Round(invoice.RevenueAmount, 2),
            Format.Fill(Texts.StoryInvoiceHover, invoice.Invoice, Format.Day(invoice.Day), Format.Money(invoice.RevenueAmount), Format.Quantity(invoice.Items)), invoice.Invoice))];
        ImmutableArray<TimelineEvent> returned = [.. history.Invoices.Where(invoice => invoice.ReturnedItems > 0).Select(invoice => new TimelineEvent(
            invoice.Day, Math.Round(-invoice.ReturnedAmount, 2),
            Format.Fill(Texts.StoryReturnHover, invoice.Invoice, Format.Day(invoice.Day), Format.Money(invoice.ReturnedAmount), Format.Quantity(invoice.ReturnedItems)), invoice.Invoice))];
        var series = ImmutableArray.Create(new TimelineSeries(Texts.StoryPurchases, Bought, ChartSymbols.All[0], bought), new TimelineSeries(Texts.StoryReturns, Returned, ChartSymbols.All[2], returned));
        return new TimelineChart
        {
            Title = Texts.StoryTimeline,
            Description = Format.Fill(Texts.StoryTimelineDescription, Format.Whole(bought.Length), Format.Whole(returned.Length), Format.Day(asOf)),
            Until = asOf,
            UntilName = Format.Fill(Texts.StoryLastDay, Format.Day(asOf)),
            FileName = $"customer-{customerId}-invoices",
            Series = [.. series.Where(one => !one.Events.IsEmpty)],
            DayTitle = Texts.StoryDay,
            Y = ChartAxis.Money(Texts.StoryAmount),
            Table = new ChartTable(
                [Texts.StoryInvoice, Texts.StoryDay, Texts.StoryBought, Texts.StoryReturned],
                [.. history.Invoices.Select(invoice => new ChartRow([ChartCell.Of(invoice.Invoice), ChartCell.Day(invoice.Day), ChartCell.Money(invoice.RevenueAmount), ChartCell.Money(invoice.ReturnedAmount)], invoice.Invoice))]),
        };
    }
}
