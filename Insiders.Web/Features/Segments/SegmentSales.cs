using System.Collections.Immutable;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Sales;

namespace Insiders.Web.Features.Segments;

/// <summary>What a segment bought, and when.</summary>
/// <param name="Products">Every product, most revenue first.</param>
/// <param name="Lifts">What it buys more often than everybody, the highest lift first.</param>
/// <param name="Hours">Hours of the week in which it bought.</param>
/// <param name="Months">Every month of the ledger.</param>
public sealed record SegmentSales(ImmutableArray<ProductSales> Products, ImmutableArray<ProductLift> Lifts, ImmutableArray<SalesHour> Hours, ImmutableArray<MonthRevenue> Months);
