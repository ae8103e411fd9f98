using System.Collections.Immutable;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Sales;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Segments.Stages;

namespace Insiders.Web.Components.CustomerLists;

/// <summary>The customers that an address asks for, in its order, with the counts beside its filter.</summary>
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

    /// <summary>The base they are of.</summary>
    public CustomerTable Customers { get; }

    /// <summary>All that pass the filter, ascending.</summary>
    public ImmutableArray<int> Rows { get; }

    /// <summary>The same in the order asked for.</summary>
    public ImmutableArray<int> Sorted { get; }

    /// <summary>Customers per segment that pass all conditions but that on segments.</summary>
    public required ImmutableArray<int> SegmentCounts { get; init; }

    /// <summary>Customers per stage that pass all conditions but that on stages, in the order of <see cref="CustomerStage"/>; empty where stages are not known.</summary>
    public required ImmutableArray<int> StageCounts { get; init; }

    /// <summary>Customers per country that pass all conditions but that on countries, most first.</summary>
    public required ImmutableArray<KeyValuePair<string, int>> CountryCounts { get; init; }

    /// <summary>Makes the list of a filter and an order.</summary>
    /// <remarks>Three passes over the base and one sort; 200,000 customers take about 0.1 s.</remarks>
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

    /// <summary>Pages of a size; one where there is nobody.</summary>
    public int Pages(int size) => Math.Max(1, (Sorted.Length + size - 1) / size);

    /// <summary>The customers of a page; the last one's where the page asked for lies beyond.</summary>
    public ImmutableArray<int> PageOf(int page, int size)
    {
        var first = (Math.Min(page, Pages(size)) - 1) * size;
        return Sorted.Slice(first, Math.Min(size, Sorted.Length - first));
    }

    /// <summary>The last line of a column; none for columns of words.</summary>
    public ColumnTotal TotalOf(string column) => Keep(_totals, column, () => column switch
    {
        "silhouette" => new ColumnTotal(ColumnTotalKind.Mean, Rows.Select(row => Customers.Silhouettes[row]).Where(value => !double.IsNaN(value)).DefaultIfEmpty().Average()),
        _ when Customers.Has(column) => Customers.Total(column, Rows),
        _ => new ColumnTotal(ColumnTotalKind.None, 0),
    });

    /// <summary>The largest value of a feature among them: what a bar of full length stands for; 0 when there is nobody.</summary>
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
