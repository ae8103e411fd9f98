using Insiders.Core.Customers.ReturnedGoods;
using Insiders.Core.Customers.Sales;

namespace Insiders.Web.Features.Insights;

/// <summary>Who returns what.</summary>
/// <param name="Scope">Whom it is about.</param>
/// <param name="Summary">The figures; null where the run does not know what was returned.</param>
/// <param name="Products">The goods that came back, most money first, and what services were booked back; null where the sales are no longer stored.</param>
public sealed record ReturnsViewModel(InsightsScope Scope, ReturnsSummary? Summary, ProductSplit<ReturnedProduct>? Products)
{
    /// <summary>Rows of each table on the page; files have all.</summary>
    public const int Shown = 20;
}
