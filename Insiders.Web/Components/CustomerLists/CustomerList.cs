using System.Collections.Immutable;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Sales;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Segments.Stages;

namespace Insiders.Web.Components.CustomerLists;

/// <summary>The customers that match an address, in its order, with the facet counts of its filter.</summary>
public sealed class CustomerList
{
    private readonly Dictionary<string, ColumnTotal> _totals = [];
    private readonly Dictionary<string, double> _greatest = [];
    private readonly Lock _gate = new();

    private CustomerList(CustomerTable customers, ImmutableArray<int> rows, ImmutableArray<int> sorted)
    {
        Customers = customers;
        Rows = rows;
        Sorted = sorted;
    }

    /// <summary>The run's customers.</summary>
    public CustomerTable Customers { get; }

    /// <summary>Rows of the customers that pass the filter, ascending.</summary>
    public ImmutableArray<int> Rows { get; }

    /// <summary>Rows of the customers that pass the filter, in the requested order.</summary>
    public ImmutableArray<int> Sorted { get; }

    /// <summary>Number of customers per segment that pass all conditions except the one on segments.</summary>
    public required ImmutableArray<int> SegmentCounts { get; init; }

    /// <summary>Number of customers per stage that pass all conditions except the one on stages, in the order of <see cref="CustomerStage"/>; empty when stages are not available.</summary>
    public required ImmutableArray<int> StageCounts { get; init; }

    /// <summary>Number of customers per country that pass all conditions except the one on countries, largest first.</summary>
    public required ImmutableArray<KeyValuePair<string, int>> CountryCounts { get; init; }

    /// <summary>Makes the list for a filter and an order.</summary>
    /// <remarks>Three passes over the customers and one sort; 200,000 customers take about 0.1 s.</remarks>
    public static CustomerList Of(CustomerTable customers, CustomerFilter filter, CustomerOrder order)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(filter);
        var rows = customers.Select(filter);
        return new CustomerList(customers, rows, customers.Sort(rows, order))
        {
            SegmentCounts = CountSegments(customers, filter.SegmentIds.IsEmpty ? rows : customers.Select(filter with { SegmentIds = [] })),
            StageCounts = CountStages(customers, filter.Stages.IsEmpty ? rows : customers.Select(filter with { Stages = [] })),
            CountryCounts = CountCountries(customers, filter.Countries.IsEmpty ? rows : customers.Select(filter with { Countries = [] })),
        };
    }

    /// <summary>Number of pages of a given size; 1 when the list is empty.</summary>
    public int Pages(int size) => Math.Max(1, (Sorted.Length + size - 1) / size);

    /// <summary>The customers of a page; those of the last page when the number is beyond it.</summary>
    public ImmutableArray<int> PageOf(int page, int size)
    {
        var first = (Math.Min(page, Pages(size)) - 1) * size;
        return Sorted.Slice(first, Math.Min(size, Sorted.Length - first));
    }

    /// <summary>The total of a column; null for columns of text.</summary>
    public ColumnTotal TotalOf(string column) => Keep(_totals, column, () => column switch
    {
        "silhouette" => new ColumnTotal(ColumnTotalKind.Mean, Rows.Select(row => Customers.Silhouettes[row]).Where(value => !double.IsNaN(value)).DefaultIfEmpty().Average()),
        _ when Customers.Has(column) => Customers.Total(column, Rows),
        _ => new ColumnTotal(ColumnTotalKind.None, 0),
    });

    /// <summary>The largest value of a feature in the list, which a full-length bar represents; 0 when the list is empty.</summary>
    public double GreatestOf(string feature) => Keep(_greatest, feature, () =>
    {
        var values = Customers.Feature(feature);
        return Rows.Select(row => values[row]).DefaultIfEmpty().Max();
    });

    private T Keep<T>(Dictionary<string, T> known, string key, Func<T> make)
    {
        lock (_gate)
        {
            return known.TryGetValue(key, out var value) ? value : known[key] = make();
        }
    }

    private static ImmutableArray<int> CountStages(CustomerTable customers, ImmutableArray<int> rows)
        => customers.CountMembers(rows) is { } counts ? [.. Enum.GetValues<CustomerStage>().Select(counts.Of)] : [];

    private static ImmutableArray<int> CountSegments(CustomerTable customers, ImmutableArray<int> rows)
    {
        var counts = new int[customers.Segments.Length];
        foreach (var row in rows)
        {
            if (customers.SegmentOf[row] is var segment && segment != Partition.Noise)
            {
                counts[segment]++;
            }
        }

        return [.. counts];
    }

    private static ImmutableArray<KeyValuePair<string, int>> CountCountries(CustomerTable customers, ImmutableArray<int> rows)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, customers.Countries[row], out _)++;
        }

        return [.. counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)];
    }
}
