using Insiders.Core.Customers.Sales;
using Insiders.Web.Components.Search;
using Insiders.Web.Navigation;

namespace Insiders.Web.Features.Products;

/// <summary>Finds products that were bought, by code or description.</summary>
internal static class ProductSearch
{
    public static async ValueTask<IEnumerable<SearchHit>> FindAsync(SearchRequest request, CancellationToken cancellationToken)
        => request.Published is not { Sales: { } sales } published ? []
            : (await published.Derive(_ => new IndexedProducts(sales)).Index.FindAsync(cancellationToken)).Find(request.Text, SearchRequest.Most)
                .Select(product => new SearchHit(SearchKind.Product, product.Description.Length == 0 ? product.StockCode : product.Description, product.StockCode, Links.Product(product.StockCode)));

    private sealed class IndexedProducts(RunSales sales)
    {
        public AsyncLazy<ProductIndex> Index { get; } = new(async () => new ProductIndex(await sales.AllProductsAsync(CancellationToken.None)));
    }
}
