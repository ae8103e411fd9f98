using System.Collections.Immutable;
using Insiders.Core.Features;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Ledger;

namespace Insiders.Core.Segments;

/// <summary>Builds profiles of groups of customers from their features.</summary>
public static class GroupProfiles
{
    /// <summary>The profile of every group.</summary>
    /// <param name="features">One row per customer, with the features a <see cref="GroupProfile"/> speaks of.</param>
    /// <param name="labels">One group per customer: 0 … <paramref name="groups"/> − 1, or <see cref="Partition.Noise"/>.</param>
    /// <param name="groups">Number of groups.</param>
    /// <returns>
    /// One profile per group, by group number. Shares are of all customers, noise included. An empty group has 0 everywhere.
    /// </returns>
    /// <exception cref="ArgumentException">Label count differs from customer count, or a feature is missing; the message says which.</exception>
    /// <remarks>O(n log n) time for the medians. Sums run in row order, so the result is the same for any number of threads.</remarks>
    public static ImmutableArray<GroupProfile> Build(FeatureTable features, ImmutableArray<int> labels, int groups)
    {
        ArgumentNullException.ThrowIfNull(features);
        if (labels.Length != features.Customers)
        {
            throw new ArgumentException($"{labels.Length} labels do not fit {features.Customers} customers.", nameof(labels));
        }

        var members = new List<int>[groups];
        for (var group = 0; group < groups; group++)
        {
            members[group] = [];
        }

        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] != Partition.Noise)
            {
                members[labels[i]].Add(i);
            }
        }

        var columns = new Columns(features);
        return [.. members.Select(columns.Profile)];
    }

    /// <summary>The profile of all customers together: what groups are measured against.</summary>
    /// <param name="features">One row per customer.</param>
    public static GroupProfile OfBase(FeatureTable features)
    {
        ArgumentNullException.ThrowIfNull(features);
        return Build(features, [.. Enumerable.Repeat(0, features.Customers)], 1)[0];
    }

    /// <summary>The middle one of some values, or the mean of the middle two; at least one. Sorts them in place.</summary>
    internal static double Median(double[] values)
    {
        Array.Sort(values);
        var middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    /// <summary>The columns that profiles are made of, read once for all groups.</summary>
    private sealed class Columns(FeatureTable features)
    {
        private readonly double[] _revenue = features.Column("gross_revenue");
        private readonly double[] _recency = features.Column("recency_days");
        private readonly double[] _frequency = features.Column("frequency");
        private readonly double[] _returns = features.Column("return_rate");
        private readonly double[] _invoices = features.Column("qtty_invoices");
        private readonly double[] _items = features.Column("qtty_items");
        private readonly double _baseRevenue = features.Column("gross_revenue").Sum();

        public GroupProfile Profile(List<int> members)
        {
            // Prices have four decimals at most, and so has their sum: what lies beyond is the noise of adding doubles.
            var revenue = Math.Round(Sum(_revenue, members), LedgerSchema.PriceDecimals);
            var divisor = Math.Max(members.Count, 1);
            return new GroupProfile
            {
                Customers = members.Count,
                CustomerShare = (double)members.Count / Math.Max(_revenue.Length, 1),
                RevenueAmount = revenue,
                RevenueShare = _baseRevenue > 0 ? revenue / _baseRevenue : 0,
                MeanRevenueAmount = revenue / divisor,
                MedianRevenueAmount = members.Count == 0 ? 0 : Median([.. members.Select(i => _revenue[i])]),
                RecencyDays = Sum(_recency, members) / divisor,
                Frequency = Sum(_frequency, members) / divisor,
                ReturnShare = Sum(_returns, members) / divisor,
                Invoices = Sum(_invoices, members) / divisor,
                Items = Sum(_items, members) / divisor,
            };
        }

        private static double Sum(double[] values, List<int> members)
        {
            var sum = 0.0;
            foreach (var i in members)
            {
                sum += values[i];
            }

            return sum;
        }
    }
}
