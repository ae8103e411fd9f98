using Insiders.Core.Customers;

namespace Insiders.Web.Features.Segments;

/// <summary>Customers of a region or a cell of the RFM grid.</summary>
/// <param name="Customers">How many.</param>
/// <param name="CustomerShare">Part of all customers, 0 to 1.</param>
/// <param name="RevenueAmount">Their revenue.</param>
/// <param name="RevenueShare">Part of all revenue, 0 to 1.</param>
/// <param name="MeanMonetary">Mean of their monetary scores, 1 to 5; 0 when there is nobody.</param>
/// <param name="Filter">Conditions that find exactly them; null when there is nobody.</param>
public sealed record RfmGroup(int Customers, double CustomerShare, double RevenueAmount, double RevenueShare, double MeanMonetary, CustomerFilter? Filter);
