using System.Collections.Immutable;

namespace Insiders.Core.Customers.Sales;

/// <summary>Stock codes that book postage, fees, discounts and vouchers: somebody paid them, and they stay in revenue, but nobody chose them from the shelf.</summary>
/// <remarks>
/// Lists of products leave them out; no feature, segment or total does. What the study's cleaning drops is among them, for shops that
/// switched its rule off.
/// </remarks>
public sealed record ServiceCodes
{
    private const char AnyEnd = '*';

    /// <summary>The services of the study's shop, and the words that shops book theirs under.</summary>
    public static ServiceCodes Default { get; } = new();

    /// <summary>The codes, whatever their case; one that ends in <c>*</c> stands for all that begin so.</summary>
    public ImmutableArray<string> Codes
    {
        get;
        init => field = value.IsDefault ? [] : [.. value.Select(code => code.Trim()).Where(code => code.Trim(AnyEnd).Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
    } =
    [
        "POST", "DOT", "C2", "PADS", "CRUK", "D", "M", "S", "B", "AMAZONFEE", "BANK CHARGES", "GIFT_*",
        "POSTAGE", "SHIPPING", "DELIVERY", "FREIGHT", "CARRIAGE", "FEE", "DISCOUNT", "VOUCHER", "FRETE", "ENTREGA", "TAXA", "DESCONTO",
    ];

    /// <summary>True for the code of a service.</summary>
    public bool Has(string stockCode)
    {
        ArgumentNullException.ThrowIfNull(stockCode);
        return Codes.Any(code => code[^1] == AnyEnd
            ? stockCode.StartsWith(code[..^1], StringComparison.OrdinalIgnoreCase)
            : stockCode.Equals(code, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Takes the services out of what a set of customers bought.</summary>
    public ProductSplit<ProductSales> Split(ImmutableArray<ProductSales> products) => Split(products, product => product.StockCode, product => product.RevenueAmount);

    /// <summary>Takes the services out of what one customer bought.</summary>
    public ProductSplit<CustomerProduct> Split(ImmutableArray<CustomerProduct> products) => Split(products, product => product.StockCode, product => product.RevenueAmount);

    /// <summary>Takes the services out of what a set of customers buys more often than everybody.</summary>
    public ProductSplit<ProductLift> Split(ImmutableArray<ProductLift> lifts) => Split(lifts, lift => lift.Product.StockCode, lift => lift.Product.RevenueAmount);

    /// <summary>Takes the services out of what a set of customers returned; their amount is that of what was returned.</summary>
    public ProductSplit<ReturnedProduct> Split(ImmutableArray<ReturnedProduct> products) => Split(products, product => product.StockCode, product => product.ReturnedAmount);

    private ProductSplit<T> Split<T>(ImmutableArray<T> products, Func<T, string> code, Func<T, double> amount)
    {
        var parts = products.ToLookup(product => Has(code(product)));
        return new([.. parts[false]], parts[true].Count(), parts[true].Sum(amount));
    }
}
