using System.Collections.Immutable;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Rfm;
using Insiders.Core.Learning.Clustering;
using Insiders.Web.Navigation;

namespace Insiders.Web.Features.Segments;

/// <summary>The RFM page: scores of everybody, the grid, the regions and the cross table.</summary>
public sealed class RfmViewModel
{
    private readonly CustomerTable _customers;
    private readonly double _revenue;
    private readonly RfmGroup[] _cells = new RfmGroup[RfmScores.Best * RfmScores.Best];

    private RfmViewModel(CustomerTable customers, RfmCuts quintiles, RfmCuts cuts)
    {
        (_customers, Quintiles, Scores) = (customers, quintiles, RfmScores.Of(customers, cuts));
        _revenue = customers.Sum(RfmScores.MonetaryFeature, customers.Everybody);
        var cells = customers.Everybody.ToLookup(row => Place(Scores.Recency[row], Scores.Frequency[row]));
        for (var recency = 1; recency <= RfmScores.Best; recency++)
        {
            for (var frequency = 1; frequency <= RfmScores.Best; frequency++)
            {
                _cells[Place(recency, frequency)] = Group([.. cells[Place(recency, frequency)]], recency, recency, frequency, frequency);
            }
        }

        var regions = customers.Everybody.ToLookup(row => Scores.RegionOf(row).Key);
        Regions = [.. RfmRegions.All.Select(region => (region, Group([.. regions[region.Key]], region.RecencyFrom, region.RecencyTo, region.FrequencyFrom, region.FrequencyTo)))];
    }

    /// <summary>The scores.</summary>
    public RfmScores Scores { get; }

    /// <summary>The cut points that nobody set.</summary>
    public RfmCuts Quintiles { get; }

    /// <summary>Every region with its customers, the best first.</summary>
    public ImmutableArray<(RfmRegion Region, RfmGroup Group)> Regions { get; }

    /// <summary>Builds the view.</summary>
    /// <param name="customers">The customers of the run.</param>
    /// <param name="cuts">From the cut points of fifths, those that hold.</param>
    public static RfmViewModel Of(CustomerTable customers, Func<RfmCuts, RfmCuts> cuts)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(cuts);
        var quintiles = RfmCuts.Quintiles(customers);
        return new RfmViewModel(customers, quintiles, cuts(quintiles));
    }

    /// <summary>The list of the customers that pass a filter, under cut points that somebody set: they go on to each customer's page.</summary>
    public string Customers(CustomerFilter filter) => RfmAddress.Write(FilterAddress.Write(AddressQuery.Empty, filter), Scores.Cuts, Quintiles).To("/customers");

    /// <summary>The cut points that somebody set, in words: what the page's files were made with.</summary>
    public IEnumerable<string> Conditions() => RfmText.Changed(Scores.Cuts, Quintiles);

    /// <summary>A cell of the grid.</summary>
    public RfmGroup Cell(int recency, int frequency) => _cells[Place(recency, frequency)];

    /// <summary>How many customers of each region are in each segment, or in each cluster.</summary>
    /// <param name="byCluster">Clusters instead of segments.</param>
    public RfmCrossTable Cross(bool byCluster)
    {
        var labels = byCluster ? _customers.Clusters : _customers.SegmentOf;
        var groups = byCluster ? Enumerable.Range(0, labels.DefaultIfEmpty().Max() + 1).Select(cluster => new RfmCrossGroup(Format.Fill(Texts.RfmCluster, cluster), null, null))
            : _customers.Segments.Select(segment => new RfmCrossGroup(Format.NameOf(segment.Segment.Name), segment.Colour, segment.SegmentId));
        var counts = _customers.Everybody.Where(row => labels[row] != Partition.Noise).CountBy(row => (Scores.RegionOf(row).Key, labels[row])).ToDictionary();
        ImmutableArray<RfmCrossGroup> columns = [.. groups];
        return new RfmCrossTable(columns, [.. RfmRegions.All.Select(region => columns.Select((_, column) => counts.GetValueOrDefault((region.Key, column))).ToImmutableArray())]);
    }

    /// <summary>The bounds of a score in words: 15 – 33.</summary>
    /// <param name="feature">One of the three features.</param>
    /// <param name="score">1 to 5.</param>
    public string BoundsOf(string feature, int score)
    {
        var cuts = feature switch { RfmScores.RecencyFeature => Scores.Cuts.Recency, RfmScores.FrequencyFeature => Scores.Cuts.Frequency, _ => Scores.Cuts.Monetary };
        var step = feature == RfmScores.RecencyFeature ? RfmScores.Best - score : score - 1;
        return step == 0 ? $"≤ {FeatureText.Bound(feature, cuts[0])}" : step == RfmCuts.Bounds ? $"> {FeatureText.Bound(feature, cuts[^1])}" : cuts[step - 1] == cuts[step] ? "–" : $"> {FeatureText.Bound(feature, cuts[step - 1])} – {FeatureText.Bound(feature, cuts[step])}";
    }

    private static int Place(int recency, int frequency) => ((recency - 1) * RfmScores.Best) + frequency - 1;

    private RfmGroup Group(ImmutableArray<int> rows, int recencyFrom, int recencyTo, int frequencyFrom, int frequencyTo)
    {
        var revenue = _customers.Sum(RfmScores.MonetaryFeature, rows);
        return new RfmGroup(
            rows.Length, _customers.Count == 0 ? 0 : (double)rows.Length / _customers.Count, revenue, _revenue > 0 ? revenue / _revenue : 0,
            rows.IsEmpty ? 0 : rows.Average(row => Scores.Monetary[row]), Scores.FilterOf(recencyFrom, recencyTo, frequencyFrom, frequencyTo));
    }
}
