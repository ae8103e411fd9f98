using System.Collections.Immutable;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Segments;
using Insiders.Web.Charts.Spec;
using Insiders.Web.Navigation;

namespace Insiders.Web.Features.Explore;

/// <summary>A group in the legend of the map of customers.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Colour">As <c>#RRGGBB</c>.</param>
/// <param name="Shape">Number of its shape, from 0.</param>
/// <param name="Customers">Customers of it on the map.</param>
/// <param name="IsOn">True where the filter names it.</param>
/// <param name="Address">The page with it added to the filter, or taken away.</param>
public sealed record LegendEntry(string Name, string Colour, int Shape, int Customers, bool IsOn, string Address)
{
    /// <summary>The groups that colour the map; none where a value does.</summary>
    public static ImmutableArray<LegendEntry> Of(ExploreViewModel figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var (customers, state) = (figures.Customers, figures.State);
        if (state.IsScale)
        {
            return [];
        }

        if (state.Colour == ExploreQuery.Segments)
        {
            var counts = customers.SegmentOf.CountBy(place => place).ToDictionary();
            var shapes = ChartSymbols.Of(customers.Segments.Select(segment => segment.Colour));
            return
            [
                .. customers.Segments.Select((segment, place) => new LegendEntry(
                    Format.NameOf(segment.Segment.Name), segment.Colour, shapes[place], counts.GetValueOrDefault(place),
                    state.Filter.SegmentIds.Contains(segment.SegmentId), state.WithFilter(state.Filter.Toggle(segment.SegmentId)))),
            ];
        }

        return
        [
            .. customers.Clusters.Where(cluster => cluster != Partition.Noise).CountBy(cluster => cluster).OrderBy(pair => pair.Key).Select(pair => new LegendEntry(
                Format.Fill(Texts.ExploreCluster, pair.Key), ClusterColour(pair.Key), ClusterShape(pair.Key), pair.Value,
                state.OnlyClusters.Contains(pair.Key), state.WithToggled(pair.Key))),
        ];
    }

    /// <summary>The colour of a cluster: clusters that share one differ in shape.</summary>
    public static string ClusterColour(int cluster) => SegmentPalette.All[cluster % SegmentPalette.All.Length];

    /// <summary>The number of the shape of a cluster.</summary>
    public static int ClusterShape(int cluster) => (cluster + (cluster / SegmentPalette.All.Length)) % ChartSymbols.All.Length;
}
