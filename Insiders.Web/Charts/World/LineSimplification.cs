using System.Collections.Immutable;

namespace Insiders.Web.Charts.World;

/// <summary>Reduces the points of a line without changing how it looks.</summary>
/// <remarks>Douglas and Peucker (1973): keeps the points that are farther than a tolerance from the line between the points kept around them.</remarks>
public static class LineSimplification
{
    /// <summary>Finds the points to keep. The ends are always kept, so that lines that meet there still do.</summary>
    /// <param name="line">One point or more; a line that ends where it begins is a ring.</param>
    /// <param name="tolerance">In the units of the points, 0 or more.</param>
    /// <returns>Indices into the line, ascending. O(n log n) time for coastlines, O(n²) at worst.</returns>
    public static ImmutableArray<int> Keep(ReadOnlySpan<PlanePoint> line, double tolerance)
    {
        List<int> kept = line.Length > 1 ? [0, line.Length - 1] : [0];
        var open = new Stack<(int From, int To)>([(0, line.Length - 1)]);
        while (open.TryPop(out var part))
        {
            var (at, distance) = Farthest(line, part.From, part.To);
            if (distance > tolerance)
            {
                kept.Add(at);
                open.Push((part.From, at));
                open.Push((at, part.To));
            }
        }

        kept.Sort();
        return [.. kept];
    }

    private static (int At, double Distance) Farthest(ReadOnlySpan<PlanePoint> line, int from, int to)
    {
        var (start, end) = (line[from], line[to]);
        var (alongX, alongY) = (end.X - start.X, end.Y - start.Y);
        var length = Math.Sqrt((alongX * alongX) + (alongY * alongY));
        var (farthest, distance) = (from, 0.0);
        for (var at = from + 1; at < to; at++)
        {
            var (x, y) = (line[at].X - start.X, line[at].Y - start.Y);
            var own = length > 0 ? Math.Abs((x * alongY) - (y * alongX)) / length : Math.Sqrt((x * x) + (y * y));
            if (own > distance)
            {
                (farthest, distance) = (at, own);
            }
        }

        return (farthest, distance);
    }
}
