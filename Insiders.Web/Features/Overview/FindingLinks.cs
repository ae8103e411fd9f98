using Insiders.Core.Customers.Findings;
using Insiders.Web.Navigation;

namespace Insiders.Web.Features.Overview;

/// <summary>Where a sentence leads: to its customers, its product or its chart.</summary>
public static class FindingLinks
{
    /// <summary>The address.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="query">The address of the page.</param>
    public static string Of(Finding finding, AddressQuery query)
    {
        ArgumentNullException.ThrowIfNull(finding);
        ArgumentNullException.ThrowIfNull(query);
        return finding switch
        {
            { Filter: { } filter } => Links.Customers(filter),
            { Product: { } product } => Links.Product(product.StockCode),
            { Period: { } period } => query.With(PeriodAddress.Period, [PeriodAddress.Write(period)]).To("/") + "#revenue",
            _ => query.To("/"),
        };
    }
}
