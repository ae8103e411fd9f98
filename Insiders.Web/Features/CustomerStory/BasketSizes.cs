using System.Collections.Immutable;
using Insiders.Core.Customers.Sales;
using Insiders.Web.Charts.Spec;

namespace Insiders.Web.Features.CustomerStory;

/// <summary>Charts the number of items per purchase of a customer.</summary>
public static class BasketSizes
{
    private const int Bins = 10;

    /// <summary>Builds the chart: invoices by number of items, in at most ten bins of equal, whole width.</summary>
    public static HistogramChart Build(string customerId, CustomerHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        ImmutableArray<long> items = [.. history.Purchases.Select(invoice => (long)Math.Floor(invoice.Items))];
        var least = items.IsEmpty ? 0 : items.Min();
        var width = items.IsEmpty ? 1 : Math.Max(1, (items.Max() - least + Bins) / Bins);
        var count = items.IsEmpty ? 0 : (int)((items.Max() - least) / width) + 1;
        var heights = new double[count];
        foreach (var size in items)
        {
            heights[(size - least) / width]++;
        }

        ImmutableArray<string> labels = [.. heights.Select((_, bin) => width == 1
            ? Format.Whole(least + bin) : $"{Format.Whole(least + (bin * width))} – {Format.Whole(least + ((bin + 1) * width) - 1)}")];
        return new HistogramChart
        {
            Title = Texts.StoryBaskets,
            FileName = $"customer-{customerId}-baskets",
            Height = 280,
            Edges = count == 0 ? [] : [.. Enumerable.Range(0, count + 1).Select(bin => least - 0.5 + (bin * width))],
            Group = new HistogramSeries(Texts.StoryPurchases, StoryTimeline.Bought, [.. heights], [.. labels.Select((label, bin) => Format.Fill(Texts.StoryBasketHover, label, Format.Whole(heights[bin])))]),
            X = new ChartAxis(Texts.StoryItemsPerInvoice),
            Y = new ChartAxis(Texts.StoryInvoices) { From = 0, Ticks = TickStyle.Whole },
            Table = new ChartTable(
                [Format.Fill(Texts.ChartsFrom, Texts.StoryItemsPerInvoice), Format.Fill(Texts.ChartsTo, Texts.StoryItemsPerInvoice), Texts.StoryInvoices],
                [.. heights.Select((height, bin) => new ChartRow([ChartCell.Whole(least + (bin * width)), ChartCell.Whole(least + ((bin + 1) * width) - 1), ChartCell.Whole(height)]))]),
        };
    }
}
