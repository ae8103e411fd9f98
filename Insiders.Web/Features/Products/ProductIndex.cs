using System.Collections.Immutable;
using Insiders.Core.Customers.Sales;
using Insiders.Web.Components.Search;

namespace Insiders.Web.Features.Products;

/// <summary>Finds products by their code or by words of their description, ignoring case and accents.</summary>
/// <param name="products">Every product, most revenue first.</param>
public sealed class ProductIndex(ImmutableArray<ProductSales> products)
{
    private readonly string[] _codes = [.. products.Select(product => SearchText.Fold(product.StockCode))];
    private readonly string[] _words = [.. products.Select(product => SearchText.Fold(product.Description))];

    /// <summary>The products found: an exact match of the code first, then by revenue.</summary>
    /// <param name="text">The beginning of a code, or words that all occur in the description. A text of only accents finds nothing.</param>
    /// <param name="most">Maximum number of results.</param>
    public IEnumerable<ProductSales> Find(string text, int most)
    {
        var wanted = SearchText.Fold(text).Trim();
        var words = wanted.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? [] : Enumerable.Range(0, products.Length)
            .Where(i => _codes[i].StartsWith(wanted, StringComparison.Ordinal) || Array.TrueForAll(words, word => _words[i].Contains(word, StringComparison.Ordinal)))
            .OrderByDescending(i => string.Equals(_codes[i], wanted, StringComparison.Ordinal)).Take(most).Select(i => products[i]);
    }
}
