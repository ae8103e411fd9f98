using System.Collections.Immutable;
using Insiders.Core.Customers;

namespace Insiders.Tests.Fixtures.Shops;

/// <summary>Five customers small enough to work everything out by hand: c1 to c5 at (0,0), (1,1), (2,2), (8,8), (9,9).</summary>
public static class FiveCustomers
{
    /// <summary>Segment 7 (Insiders): c1 and c3; segment 9 (Others): c2 and c4; c5 is noise. Revenue 40, 20, 10, 10, 20; recency 2, 4, 6, 8, 10.</summary>
    public static CustomerTable Build(params string[] countries)
    {
        ImmutableArray<double> line = [0, 1, 2, 8, 9];
        ImmutableArray<double> zeros = [0, 0, 0, 0, 0];
        var columns = new CustomerColumns(
            ["c1", "c2", "c3", "c4", "c5"], countries.Length == 5 ? [.. countries] : ["Portugal", "EIRE", "EIRE", "Japan", "Atlantis"],
            [0, 1, 0, 2, -1], [7, 9, 7, 9, null], line, line, zeros,
            ["latitude", "gross_revenue", "recency_days", "frequency", "return_rate", "qtty_invoices", "qtty_items"],
            [zeros, [40, 20, 10, 10, 20], [2, 4, 6, 8, 10], zeros, zeros, [1, 1, 1, 1, 1], zeros]);
        return new CustomerTable(columns, [SmallBase.Segment(7, 0, english: "Insiders"), SmallBase.Segment(9, 1, english: "Others")]);
    }
}
