using System.Collections.Concurrent;
using System.Collections.Immutable;
using Insiders.Core.Features;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Segments;

namespace Insiders.Core.Customers;

/// <summary>The base: every customer of one run with segment, features and place on the map, in memory, for questions that a page asks.</summary>
/// <remarks>
/// Immutable, so any number of readers share one. Customers are addressed by row: 0 to <see cref="Count"/> − 1, in ordinal order of
/// their ids. A set of customers is an ascending array of rows; filtering 200,000 customers takes a few milliseconds.
/// </remarks>
public sealed partial class CustomerTable
{
    private readonly CustomerColumns _columns;
    private readonly Dictionary<string, ImmutableArray<double>> _values;
    private readonly ConcurrentDictionary<string, (double Mean, double Deviation)> _moments = new(StringComparer.Ordinal);

    /// <summary>Puts the customers and the segments of a run together.</summary>
    /// <param name="columns">The customers.</param>
    /// <param name="segments">
    /// The segments, by mean revenue, highest first; a merged one has the customers of all its parts. A customer of none of them counts as noise.
    /// </param>
    public CustomerTable(CustomerColumns columns, ImmutableArray<RunSegment> segments)
    {
        ArgumentNullException.ThrowIfNull(columns);
        _columns = columns;
        _values = columns.FeatureNames.Select((name, index) => (name, columns.Features[index])).ToDictionary(StringComparer.Ordinal);
        ImmutableArray<CustomerMeasure> measures = [.. CustomerMeasures.All.Where(measure => Has(measure.Numerator) && Has(measure.Denominator))];
        foreach (var measure in measures)
        {
            _values.Add(measure.Name, [.. Feature(measure.Numerator).Zip(Feature(measure.Denominator), CustomerMeasure.Divide)]);
        }

        ProfileNames = [.. columns.FeatureNames, .. measures.Select(measure => measure.Name)];
        Segments = segments;
        var places = segments.SelectMany((segment, place) => segment.Parts.Select(part => (part, place))).ToDictionary();
        SegmentOf = [.. columns.SegmentIds.Select(id => id is { } known && places.TryGetValue(known, out var place) ? place : Partition.Noise)];
        Everybody = [.. Enumerable.Range(0, columns.Ids.Length)];
    }

    /// <summary>The same customers in other segments: those of the same run after somebody edited them.</summary>
    /// <param name="segments">As for the constructor.</param>
    public CustomerTable WithSegments(ImmutableArray<RunSegment> segments) => With(segments, Stages);

    /// <summary>Columns besides features that customers can be sorted by.</summary>
    public static ImmutableArray<string> FixedColumns { get; } = ["customer_id", "country", "cluster", "segment", "silhouette", StageColumn];

    /// <summary>Number of customers.</summary>
    public int Count => _columns.Ids.Length;

    /// <summary>Ids in the ledger, in ordinal order.</summary>
    public ImmutableArray<string> Ids => _columns.Ids;

    /// <summary>Country of each customer.</summary>
    public ImmutableArray<string> Countries => _columns.Countries;

    /// <summary>Cluster of each customer, 0 the highest mean revenue; <see cref="Partition.Noise"/> for noise.</summary>
    public ImmutableArray<int> Clusters => _columns.Clusters;

    /// <summary>First coordinate of each customer on the map.</summary>
    public ImmutableArray<double> X => _columns.X;

    /// <summary>Second coordinate of each customer on the map.</summary>
    public ImmutableArray<double> Y => _columns.Y;

    /// <summary>Silhouette of each customer, −1 to 1; NaN where it was not sampled.</summary>
    public ImmutableArray<double> Silhouettes => _columns.Silhouettes;

    /// <summary>The segments, by mean revenue, highest first.</summary>
    public ImmutableArray<RunSegment> Segments { get; private set; }

    /// <summary>Index into <see cref="Segments"/> of each customer; <see cref="Partition.Noise"/> for noise.</summary>
    public ImmutableArray<int> SegmentOf { get; }

    /// <summary>Names of the run's features, in catalogue order.</summary>
    public ImmutableArray<string> FeatureNames => _columns.FeatureNames;

    /// <summary>Names of what sets of customers are compared by: the run's features, then those of <see cref="CustomerMeasures"/> that follow from them.</summary>
    public ImmutableArray<string> ProfileNames { get; }

    /// <summary>Names of all that <see cref="Feature"/> answers: those of profiles, then those of <see cref="SalesMeasures"/>, which say what a feature says again, as a day or after returns.</summary>
    public ImmutableArray<string> MeasureNames => Measured.IsEmpty ? ProfileNames : [.. ProfileNames, .. SalesMeasures.All.Select(measure => measure.Name).Where(Measured.ContainsKey)];

    /// <summary>The rows of all customers.</summary>
    public ImmutableArray<int> Everybody { get; }

    /// <summary>True when the base has the feature or measure (a weekday nobody bought on is left out).</summary>
    public bool Has(string feature) => _values.ContainsKey(feature) || Measured.ContainsKey(feature);

    /// <summary>One feature or measure of every customer; NaN where a measure has no value.</summary>
    /// <exception cref="ArgumentException">There is no such feature; the message lists those there are.</exception>
    public ImmutableArray<double> Feature(string name) => _values.TryGetValue(name, out var values) || Measured.TryGetValue(name, out values) ? values
        : throw new ArgumentException($"There is no feature '{name}'. There are: {string.Join(", ", MeasureNames)}.", nameof(name));

    /// <summary>What the numbers of a feature or measure mean; counts where the catalogue no longer has the feature.</summary>
    public static FeatureUnit UnitOf(string feature)
        => FeatureCatalog.All.FirstOrDefault(definition => definition.Name == feature)?.Unit ?? CustomerMeasures.Find(feature)?.Unit ?? SalesMeasures.Find(feature)?.Unit ?? FeatureUnit.Count;

    /// <summary>The row of a customer; null when the base has none of that id. O(log n).</summary>
    public int? FindRow(string customerId)
    {
        var row = _columns.Ids.BinarySearch(customerId, StringComparer.Ordinal);
        return row >= 0 ? row : null;
    }

    /// <summary>The segment of a customer; null for noise.</summary>
    public RunSegment? SegmentAt(int row) => SegmentOf[row] is var place && place == Partition.Noise ? null : Segments[place];

    /// <summary>The segment of a stable id, or the one that it was merged into; null when this run has none.</summary>
    public RunSegment? FindSegment(long segmentId) => Segments.FirstOrDefault(segment => segment.Parts.Contains(segmentId));
}
