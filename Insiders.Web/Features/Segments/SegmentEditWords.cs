using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Segments;
using Insiders.Core.Storage;

namespace Insiders.Web.Features.Segments;

/// <summary>Edits of segments in words.</summary>
public static class SegmentEditWords
{
    /// <summary>What an edit did, in the reader's language.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="names">What segments are called, for those merged.</param>
    public static string Of(SegmentEdit edit, IReadOnlyDictionary<long, SegmentName> names)
    {
        ArgumentNullException.ThrowIfNull(edit);
        return edit.Kind switch
        {
            SegmentEditKind.Name => Figures.Fill(Texts.SegEditDidName, Both(edit)),
            SegmentEditKind.Colour => Figures.Fill(Texts.SegEditDidColour, edit.Colour!),
            SegmentEditKind.Lever => Figures.Fill(Texts.SegEditDidLever, Both(edit)),
            _ => Figures.Fill(Texts.SegEditDidMerge, string.Join(", ", edit.Parts.Select(part => NameOf(part, names)))),
        };
    }

    /// <summary>The edits about some segments; about all where none is named.</summary>
    public static ImmutableArray<SegmentEdit> Of(ImmutableArray<SegmentEdit> edits, ImmutableArray<long> segments)
        => segments.IsEmpty ? edits : [.. edits.Where(edit => segments.Contains(edit.SegmentId) || edit.Parts.Any(part => segments.Contains(part)))];

    /// <summary>Scores from one to another: 4 – 5, or 3.</summary>
    public static string Span(int from, int to) => from == to ? Figures.Whole(from) : $"{Figures.Whole(from)} – {Figures.Whole(to)}";

    /// <summary>A segment's name, or its number where no run has it any more.</summary>
    public static string NameOf(long segmentId, IReadOnlyDictionary<long, SegmentName> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return names.TryGetValue(segmentId, out var name) ? Figures.NameOf(name) : Figures.Fill(Texts.SegEditNumber, segmentId);
    }

    /// <summary>Why an edit was refused: who was faster, or which segment has the name, and what to do next.</summary>
    public static string Of(SegmentEditRefusedException refused)
    {
        ArgumentNullException.ThrowIfNull(refused);
        return refused switch
        {
            { Reason: SegmentEditRefusal.NameTaken, Clash: { Whole: { } whole } clash } => Figures.Fill(Texts.SegEditNameOfPart, Both(clash.Name), Figures.NameOf(whole)),
            { Reason: SegmentEditRefusal.NameTaken, Clash: { } clash } => Figures.Fill(Texts.SegEditNameTaken, Both(clash.Name)),
            { Clash: { Whole: { } whole } clash } => Figures.Fill(Texts.SegEditUndoNameOfPart, Both(clash.Name), Figures.NameOf(whole)),
            { Clash: { } clash } => Figures.Fill(Texts.SegEditUndoNameTaken, Both(clash.Name)),
            _ => OfOrder(refused),
        };
    }

    /// <summary>What an edit set, for the audit: the same in every language.</summary>
    public static string Plain(SegmentEdit edit)
    {
        ArgumentNullException.ThrowIfNull(edit);
        return edit.Kind switch
        {
            SegmentEditKind.Colour => edit.Colour!,
            SegmentEditKind.Merge => string.Join(", ", edit.Parts.Select(part => part.ToString(CultureInfo.InvariantCulture))),
            _ => Both(edit),
        };
    }

    private static string OfOrder(SegmentEditRefusedException refused) => refused.Reason switch
    {
        SegmentEditRefusal.AlreadyUndone => Figures.Fill(Texts.SegEditUndoneBefore, refused.By!.UndoneBy!, Figures.Moment(refused.By.UndoneAt!.Value)),
        SegmentEditRefusal.Overtaken => Figures.Fill(Texts.SegEditOvertaken, refused.By!.Actor, Figures.Moment(refused.By.At)),
        SegmentEditRefusal.AlreadyMerged => Figures.Fill(Texts.SegEditMergedBefore, refused.By!.Actor, Figures.Moment(refused.By.At)),
        _ => Texts.SegEditUnknown,
    };

    private static string Both(SegmentEdit edit) => Both(edit.English!, edit.Portuguese!);

    // A name can be taken in the language that the reader does not read.
    private static string Both(SegmentName name) => Both(name.English, name.Portuguese);

    private static string Both(string english, string portuguese) => english == portuguese ? english : $"{english} / {portuguese}";
}
