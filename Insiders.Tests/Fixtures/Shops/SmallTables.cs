using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Features;
using Insiders.Core.Numerics;
using Insiders.Core.Segments;

namespace Insiders.Tests.Fixtures.Shops;

/// <summary>Feature tables and profiles small enough to check by hand.</summary>
public static class SmallTables
{
    private static readonly ImmutableArray<FeatureDefinition> s_definitions =
        [.. new[] { "gross_revenue", "recency_days", "frequency", "return_rate", "qtty_invoices", "qtty_items" }
            .Select(name => new FeatureDefinition(name, FeatureUnit.Count, name, name, Scaled: false))];

    /// <summary>One customer per pair of revenue and recency, ids c0001, c0002 …; other features are 0.</summary>
    public static FeatureTable Of(params (double Revenue, double Recency)[] customers)
        => new(
            [.. customers.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"c{i + 1:0000}"))],
            [.. customers.Select(_ => "Portugal")],
            s_definitions,
            Matrix.FromRows([.. customers.Select(customer => new[] { customer.Revenue, customer.Recency, 0, 0, 0, 0 })]));

    /// <summary>A profile that has a mean revenue and a recency; the rest follows from them or is 0.</summary>
    public static GroupProfile Profile(double meanRevenue, double recency, int customers = 10)
        => new()
        {
            Customers = customers,
            CustomerShare = 0,
            RevenueAmount = meanRevenue * customers,
            RevenueShare = 0,
            MeanRevenueAmount = meanRevenue,
            MedianRevenueAmount = meanRevenue,
            RecencyDays = recency,
            Frequency = 0,
            ReturnShare = 0,
            Invoices = 0,
            Items = 0,
        };
}
