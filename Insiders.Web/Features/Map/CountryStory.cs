using System.Collections.Immutable;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Sales;

namespace Insiders.Web.Features.Map;

/// <summary>One country: its segments, its best customers, what they buy.</summary>
/// <param name="Summary">Its figures.</param>
/// <param name="Segments">The segments of its customers.</param>
/// <param name="Customers">Rows of those who spent most, highest first.</param>
/// <param name="Products">What sells there, best first; null where the run's sales are no longer kept.</param>
public sealed record CountryStory(CountrySummary Summary, ImmutableArray<SegmentPart> Segments, ImmutableArray<int> Customers, ImmutableArray<ProductSales>? Products)
{
    /// <summary>How many customers and products are named.</summary>
    public const int Shown = 6;

    /// <summary>Works a country out.</summary>
    /// <param name="published">The published run.</param>
    /// <param name="figures">The country's figures.</param>
    /// <param name="filter">Whose customers are counted.</param>
    /// <param name="cancellationToken">Cancels the questions.</param>
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
