using System.Collections.Concurrent;
using System.Collections.Immutable;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Influence;
using Insiders.Core.Customers.Sales;
using Insiders.Core.Segments;

namespace Insiders.Web.Features.Segments;

/// <summary>Computes what a segment's page shows, once per published run.</summary>
public sealed class SegmentLoader(PublishedRunCache published)
{
    /// <summary>Features that segments are compared by; those that a run lacks are skipped.</summary>
    public static ImmutableArray<string> MainFeatures { get; } =
        ["gross_revenue", "recency_days", "qtty_invoices", "qtty_items", CustomerMeasures.OrderValue, "return_rate", "frequency", "qtty_unique_items", "avg_basket_size", "qtty_returns"];

    /// <summary>The published run; null while none is published.</summary>
    public Task<PublishedRun?> FindBaseAsync(CancellationToken cancellationToken) => published.FindAsync(cancellationToken);

    /// <summary>The story of a segment, or of the one it was merged into; null when the run does not have it.</summary>
    /// <param name="known">The run.</param>
    /// <param name="segmentId">Its stable id.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public async Task<SegmentStory?> FindAsync(PublishedRun known, long segmentId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(known);
        if (known.Customers.FindSegment(segmentId) is not { } segment)
        {
            return null;
        }

        return await known.Derive(static _ => new Stories()).BySegment.GetOrAdd(segment.SegmentId, _ => new(() => TellAsync(known, segment))).FindAsync(cancellationToken);
    }

    private static async Task<SegmentStory> TellAsync(PublishedRun known, RunSegment segment)
    {
        var customers = known.Customers;
        var rows = customers.MembersOf(segment);
        var whole = customers.Profile(customers.Everybody);
        return new SegmentStory
        {
            Segment = segment,
            Rows = rows,
            Base = whole,
            Differences = FeatureDifferences.Of(customers, rows),
            Influences = MeanInfluences.Of(customers, rows, MainFeatures),
            Portrait = SegmentPortrait.Of(segment.Segment.Profile, whole, segment.Segment.Members),
            Countries = CountryShare.Of(customers, rows),
            ByDistance = MapCentre.Nearest(customers, rows),
            Sales = known.Sales is { } sales ? await AskAsync(sales, customers, rows) : null,
        };
    }

    private static async Task<SegmentSales> AskAsync(RunSales sales, CustomerTable customers, ImmutableArray<int> rows)
    {
        var (products, all, hours) = (sales.ProductsAsync(rows, CancellationToken.None), sales.AllProductsAsync(CancellationToken.None), sales.HoursAsync(rows, CancellationToken.None));
        await Task.WhenAll(products, all, hours);
        return new SegmentSales(await products, ProductLifts.Rank(await products, rows.Length, await all, customers.Count), await hours, customers.Months?.RevenueOf(rows) ?? []);
    }

    private sealed class Stories
    {
        public ConcurrentDictionary<long, AsyncLazy<SegmentStory>> BySegment { get; } = new();
    }
}
