using System.Collections.Immutable;
using Insiders.Core.Problems;

namespace Insiders.Core.Segments.Edits;

/// <summary>A name that an edit would give to a second segment of the published run.</summary>
/// <param name="Name">The name of the segment that has it already.</param>
/// <param name="Whole">What the segment is called that shows this one as a part of it; null where it is shown itself.</param>
public sealed record NameClash(SegmentName Name, SegmentName? Whole)
{
    /// <summary>Why the edit, or its undoing, is refused.</summary>
    /// <param name="isUndo">True where undoing would bring the name back.</param>
    internal Problem ToProblem(bool isUndo)
    {
        // A name can be taken in the language that the reader does not read.
        var both = Name.English == Name.Portuguese ? Name.English : $"{Name.English} / {Name.Portuguese}";
        return Whole is { } whole
            ? Problem.Of(isUndo ? ProblemCode.SegmentUndoNameOfPart : ProblemCode.SegmentNameOfPart, ProblemValue.Bilingual(whole.English, whole.Portuguese), both)
            : Problem.Of(isUndo ? ProblemCode.SegmentUndoNameTaken : ProblemCode.SegmentNameTaken, both);
    }

    /// <summary>The first segment that has the name of one that an edit touches; null where there is none.</summary>
    /// <param name="segments">The segments of the published run, as it found them.</param>
    /// <param name="before">What people see until the edit.</param>
    /// <param name="after">What they would see with it.</param>
    /// <param name="touched">Segments whose name the edit changes or shows again.</param>
    /// <remarks>
    /// Names are alike in any case and with any blanks, in either language. A part that is shown as another segment keeps its name for
    /// itself and for its whole: a merged segment may take the name of one of its parts, and nobody else may.
    /// </remarks>
    internal static NameClash? Find(ImmutableArray<RunSegment> segments, SegmentOverlay before, SegmentOverlay after, ImmutableArray<long> touched)
    {
        var holders =
            from segment in segments
            where touched.Contains(segment.SegmentId)
            from other in segments
            where !after.AreOne(segment.SegmentId, other.SegmentId) && AreAlike(NameIn(after, segment), NameIn(after, other))
            let shown = before.Group(segments).First(parts => parts.Contains(other))[0]
            orderby shown == other descending
            select new NameClash(NameIn(after, other), shown == other ? null : NameIn(before, shown));
        return holders.FirstOrDefault();
    }

    private static SegmentName NameIn(SegmentOverlay overlay, RunSegment segment) => overlay.NameOf(segment.SegmentId, segment.Segment.Name);

    private static bool AreAlike(SegmentName one, SegmentName other) => AreAlike(one.English, other.English) || AreAlike(one.Portuguese, other.Portuguese);

    private static bool AreAlike(string one, string other) => string.Equals(Plain(one), Plain(other), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
