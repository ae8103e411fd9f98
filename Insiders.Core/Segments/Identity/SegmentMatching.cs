using System.Collections.Immutable;

namespace Insiders.Core.Segments.Identity;

/// <summary>Decides which segment of earlier runs each segment of a new run is.</summary>
public static class SegmentMatching
{
    /// <summary>The identity of each segment found, in their order: that of the earlier segment with the same key, or else a new one with a colour that no other has.</summary>
    /// <param name="earlier">Every segment that any run found, oldest first.</param>
    /// <param name="found">The segments of the new run.</param>
    public static ImmutableArray<SegmentIdentity> Match(IEnumerable<SegmentIdentity> earlier, ImmutableArray<Segment> found)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        var all = earlier.ToList();
        var matched = ImmutableArray.CreateBuilder<SegmentIdentity>(found.Length);
        foreach (var segment in found)
        {
            var identity = all.Find(other => other.Key == segment.Name.Key);
            if (identity is null)
            {
                identity = new SegmentIdentity(null, segment.Name.Key, SegmentPalette.Next([.. all.Select(other => other.Colour)]));
                all.Add(identity);
            }

            matched.Add(identity);
        }

        return matched.MoveToImmutable();
    }
}
