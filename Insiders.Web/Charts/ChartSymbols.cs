using System.Collections.Immutable;

namespace Insiders.Web.Charts;

/// <summary>Shapes that tell groups apart beside their colours.</summary>
public static class ChartSymbols
{
    /// <summary>As the drawing library names them, the most different first.</summary>
    public static ImmutableArray<string> All { get; } = ["circle", "square", "diamond", "triangle-up", "cross", "x", "triangle-down", "star", "pentagon", "hexagram", "hourglass", "bowtie"];

    /// <summary>The shape of a segment, by its position; shapes begin again after the last.</summary>
    /// <param name="position">From 0.</param>
    public static string Of(int position) => All[position % All.Length];
}
