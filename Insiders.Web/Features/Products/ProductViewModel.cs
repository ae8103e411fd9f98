using System.Collections.Immutable;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Sales;

namespace Insiders.Web.Features.Products;

/// <summary>One product: what it earns and who buys it.</summary>
/// <param name="Published">The published run.</param>
/// <param name="Product">Its totals over all customers.</param>
/// <param name="Buyers">Who bought it, by what they spent on it, highest first.</param>
/// <param name="Segments">The segments of its buyers.</param>
public sealed record ProductViewModel(PublishedRun Published, ProductSales Product, ImmutableArray<ProductBuyer> Buyers, ImmutableArray<SegmentPart> Segments)
{
    /// <summary>The key of the product's code in addresses.</summary>
    public const string CodeKey = "code";

    /// <summary>The buyers' rows, ascending.</summary>
    public ImmutableArray<int> Rows => [.. Buyers.Select(buyer => buyer.Row).Order()];

    /// <summary>Reads a product; null when no product has the code or the run's sales are not available.</summary>
    public static async Task<ProductViewModel?> ReadAsync(PublishedRun published, string code, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(published);
        if (published.Sales is not { } sales || (await sales.AllProductsAsync(cancellationToken)).FirstOrDefault(product => product.StockCode == code) is not { } product)
        {
            return null;
        }

        var buyers = await sales.BuyersAsync(code, cancellationToken);
        return new ProductViewModel(published, product, buyers, SegmentPart.Of(published.Customers, [.. buyers.Select(buyer => buyer.Row).Order()]));
    }
}
