using System.Collections.Immutable;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Sales;

namespace Insiders.Web.Features.Map;

/// <summary>One country: its segments, its best customers, and what they buy.</summary>
/// <param name="Summary">Its totals.</param>
/// <param name="Segments">The segments of its customers.</param>
/// <param name="Customers">Rows of the customers who spent most, highest first.</param>
/// <param name="Products">Its best-selling products, best first; null when the run's sales are not available.</param>
public sealed record CountryStory(CountrySummary Summary, ImmutableArray<SegmentPart> Segments, ImmutableArray<int> Customers, ImmutableArray<ProductSales>? Products)
{
    /// <summary>Number of customers and products listed.</summary>
    public const int Shown = 6;

    /// <summary>Computes the story of a country.</summary>
    /// <param name="published">The published run.</param>
    /// <param name="figures">The country's totals.</param>
    /// <param name="filter">Which customers are counted.</param>
    /// <param name="cancellationToken">Cancels the queries.</param>
    public static async Task<CountryStory> ReadAsync(PublishedRun published, CountrySummary figures, CustomerFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(published);
        ArgumentNullException.ThrowIfNull(figures);
        var customers = published.Customers;
        var rows = customers.Select(filter with { Countries = [figures.Name] });
        return new CountryStory(
            figures,
            SegmentPart.Of(customers, rows),
            [.. customers.Sort(rows, CustomerOrder.ByRevenue).Take(Shown)],
            published.Sales is { } sales ? await sales.ProductsAsync(rows, cancellationToken) : null);
    }
}
