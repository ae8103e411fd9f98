using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Application.Access;
using Insiders.Core.Application.Audit;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Application.Runs;
using Insiders.Core.Problems;
using Insiders.Core.Segments;
using Insiders.Core.Segments.Edits;

namespace Insiders.Core.Application.Segments;

/// <summary>Edits segments: names, colours, levers, merging, and undoing any of these.</summary>
public sealed class SegmentService(ISegmentEditStore edits, IRunStore runs, PublishedRunCache published, AccessCheck access, TimeProvider time)
{
    /// <summary>All edits, newest first.</summary>
    public Task<ImmutableArray<SegmentEdit>> ListAsync(CancellationToken cancellationToken) => edits.ListAsync(cancellationToken);

    /// <summary>The name of every segment by stable id, including segments merged into another.</summary>
    public async Task<IReadOnlyDictionary<long, SegmentName>> ListNamesAsync(CancellationToken cancellationToken) => await runs.ListSegmentNamesAsync(cancellationToken);

    /// <summary>Makes a change.</summary>
    public async Task<Result> ChangeAsync(Actor actor, SegmentChange change, CancellationToken cancellationToken)
    {
        if (await access.RefuseAsync(actor, Role.Analyst, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        try
        {
            if (await KeepAsync(actor.Name, change, cancellationToken) is { } problem)
            {
                return problem;
            }
        }
        catch (SegmentEditRefusedException refused)
        {
            return refused.Problem;
        }

        published.Forget();
        return Result.Done;
    }

    private static string ActionOf(SegmentEdit edit) => edit switch
    {
        { UndoneAt: not null } => "segment.undone",
        { Kind: SegmentEditKind.Name } => "segment.renamed",
        { Kind: SegmentEditKind.Colour } => "segment.recoloured",
        { Kind: SegmentEditKind.Lever } => "segment.lever",
        _ => "segment.merged",
    };

    private async Task<Problem?> KeepAsync(string actor, SegmentChange change, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (change is SegmentChange.Undo undo)
        {
            await edits.UndoAsync(undo.EditId, actor, now, cancellationToken, Describe);
            return null;
        }

        var segments = (await runs.FindPublishedAsync(cancellationToken))?.Segments ?? [];
        var made = change switch
        {
            SegmentChange.Rename rename => Renamed(rename, segments.FirstOrDefault(segment => segment.SegmentId == rename.SegmentId)?.Segment.Name),
            SegmentChange.Recolour recolour => SegmentPalette.All.Contains(recolour.Colour) ? SegmentEdit.Recolour(recolour.SegmentId, recolour.Colour) : Problem.Of(ProblemCode.SegmentColourUnknown),
            SegmentChange.SetLever lever => Levered(lever),
            SegmentChange.Merge { Parts: [_, ..] } merge when !merge.Parts.Contains(merge.SegmentId) => SegmentEdit.Merge(merge.SegmentId, merge.Parts),
            SegmentChange.Merge => Problem.Of(ProblemCode.SegmentNothingToMerge),
            _ => throw new ArgumentOutOfRangeException(nameof(change), change, "Unknown kind of change."),
        };
        if (!made.TryGet(out var edit, out var problem))
        {
            return problem;
        }

        if (!edit.Parts.Append(edit.SegmentId).All(id => segments.Any(segment => segment.SegmentId == id)))
        {
            return Problem.Of(ProblemCode.SegmentGone);
        }

        await edits.AddAsync(edit, actor, now, cancellationToken, Describe);
        return null;

        AuditEntry Describe(SegmentEdit saved) => new(0, now, actor, ActionOf(saved), string.Create(CultureInfo.InvariantCulture, $"segment {saved.SegmentId}"), Plain(saved));
    }

    /// <summary>The new value for the audit, independent of the reader's language.</summary>
    private static string Plain(SegmentEdit edit) => edit.Kind switch
    {
        SegmentEditKind.Colour => edit.Colour!,
        SegmentEditKind.Merge => string.Join(", ", edit.Parts.Select(part => part.ToString(CultureInfo.InvariantCulture))),
        _ => edit.English == edit.Portuguese ? edit.English! : $"{edit.English} / {edit.Portuguese}",
    };

    private static Result<SegmentEdit> Levered(SegmentChange.SetLever lever)
        => Text(lever.English, lever.Portuguese, SegmentEdit.LongestLever).TryGet(out var text, out var problem)
            ? SegmentEdit.SetLever(lever.SegmentId, text.English, text.Portuguese) : problem;

    // A segment renamed in only one language looks like two different segments to colleagues who read different languages.
    private static Result<SegmentEdit> Renamed(SegmentChange.Rename rename, SegmentName? before)
    {
        if (!Text(rename.English, rename.Portuguese, SegmentEdit.LongestName).TryGet(out var text, out var problem))
        {
            return problem;
        }

        var (english, portuguese) = text;
        if (before is not null && (english == before.English) != (portuguese == before.Portuguese) && before.English != before.Portuguese)
        {
            return Problem.Of(ProblemCode.SegmentOneLanguage, new ProblemValue(ProblemValueKind.Language, english == before.English ? "en" : "pt-BR"));
        }

        return english.Any(char.IsLetter) && portuguese.Any(char.IsLetter) ? SegmentEdit.Rename(rename.SegmentId, english, portuguese) : Problem.Of(ProblemCode.SegmentNameNoLetter);
    }

    private static Result<(string English, string Portuguese)> Text(string english, string portuguese, int longest)
    {
        var (one, other) = (english.Trim(), portuguese.Trim());
        (one, other) = (one.Length > 0 ? one : other, other.Length > 0 ? other : one);
        return one.Length == 0 ? Problem.Of(ProblemCode.SegmentTextEmpty)
            : one.Length > longest || other.Length > longest ? Problem.Of(ProblemCode.SegmentTextTooLong, longest)
            : SegmentEdit.IsText(one, longest) && SegmentEdit.IsText(other, longest) ? (one, other)
            : Problem.Of(ProblemCode.SegmentTextControl);
    }
}
