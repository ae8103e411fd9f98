using System.Collections.Immutable;
using Insiders.Web.Charts.Spec;

namespace Insiders.Web.Features.Explore;

/// <summary>What is written around the map of customers in a file of it.</summary>
/// <param name="Name">What the file is called, without an ending.</param>
/// <param name="Title">Above the map.</param>
/// <param name="Shapes">The shapes of points, as paths between −1 and 1.</param>
/// <param name="Legend">The groups that colour it; none where a value does.</param>
/// <param name="Edges">The edge of each group's shape, which shows on the ground where its colour hardly does.</param>
/// <param name="Scale">The value that colours it; null where groups do.</param>
public sealed record ProjectionSheet(string Name, string Title, ImmutableArray<string> Shapes, ImmutableArray<LegendEntry> Legend, ImmutableArray<string> Edges, ScaleLegend? Scale)
{
    /// <summary>The sheet of a map.</summary>
    public static ProjectionSheet Of(ExploreViewModel figures, bool isDark)
    {
        var legend = LegendEntry.Of(figures);
        return new("customers", Texts.ExploreMapTitle, ChartSymbols.Outlines, legend, [.. legend.Select(entry => ChartColours.Edge(entry.Colour, isDark))], ScaleLegend.Of(figures, isDark));
    }
}
