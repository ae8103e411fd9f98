using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Customers.Sales;
using Insiders.Web.Components.Exporting;
using Insiders.Web.Exports;

namespace Insiders.Web.Features.Products;

/// <summary>The exports of a product's page.</summary>
public static class ProductExports
{
    /// <summary>Every buyer, by what they spent on it; null when no product has the code.</summary>
    public static async Task<ExportTable?> BuyersAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Text(ProductViewModel.CodeKey) is not { } code
            || await request.Get<PublishedRunCache>().FindAsync(cancellationToken) is not { } published
            || await ProductViewModel.ReadAsync(published, code, cancellationToken) is not { } view)
        {
            return null;
        }

        var customers = published.Customers;
        return ExportTable.Of<ProductBuyer>(
            () => $"{Texts.ProductBuyers} {code}",
            view.Buyers,
            new(Texts.ExploreCustomer, ValueKind.Text, buyer => customers.Ids[buyer.Row]),
            new(Texts.ColumnSegment, ValueKind.Text, buyer => customers.SegmentAt(buyer.Row) is { } segment ? Format.NameOf(segment.Segment.Name) : null),
            new(Texts.CustomersCountry, ValueKind.Text, buyer => CountryText.NameOf(customers.Countries[buyer.Row])),
            new(Texts.ProductSpent, ValueKind.Money, buyer => buyer.RevenueAmount),
            new(Texts.ColumnItems, ValueKind.Quantity, buyer => buyer.Items),
            new(Texts.ColumnInvoices, ValueKind.Whole, buyer => buyer.Invoices));
    }
}
