using System.Collections.Immutable;
using Insiders.Core.Segments;
using Insiders.Core.Segments.Edits;

namespace Insiders.Web.Features.Segments;

/// <summary>Edits of segments in words.</summary>
public static class SegmentEditText
{
    /// <summary>What an edit did, in the reader's language.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="names">What segments are called, for those merged.</param>
    public static string Of(SegmentEdit edit, IReadOnlyDictionary<long, SegmentName> names)
    {
        ArgumentNullException.ThrowIfNull(edit);
        return edit.Kind switch
        {
            SegmentEditKind.Name => Format.Fill(Texts.SegEditDidName, Both(edit)),
            SegmentEditKind.Colour => Format.Fill(Texts.SegEditDidColour, edit.Colour!),
            SegmentEditKind.Lever => Format.Fill(Texts.SegEditDidLever, Both(edit)),
            _ => Format.Fill(Texts.SegEditDidMerge, string.Join(", ", edit.Parts.Select(part => NameOf(part, names)))),
        };
    }

    /// <summary>The edits about some segments; about all where none is named.</summary>
    public static ImmutableArray<SegmentEdit> Of(ImmutableArray<SegmentEdit> edits, ImmutableArray<long> segments)
        => segments.IsEmpty ? edits : [.. edits.Where(edit => segments.Contains(edit.SegmentId) || edit.Parts.Any(part => segments.Contains(part)))];

    /// <summary>Scores from one to another: 4 – 5, or 3.</summary>
    public static string Span(int from, int to) => from == to ? Format.Whole(from) : $"{Format.Whole(from)} – {Format.Whole(to)}";

    /// <summary>A segment's name, or its number where no run has it any more.</summary>
    public static string NameOf(long segmentId, IReadOnlyDictionary<long, SegmentName> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return names.TryGetValue(segmentId, out var name) ? Format.NameOf(name) : Format.Fill(Texts.SegEditNumber, segmentId);
    }

    private static string Both(SegmentEdit edit) => edit.English == edit.Portuguese ? edit.English! : $"{edit.English} / {edit.Portuguese}";
}
