using System.Collections.Immutable;
using System.Security.Claims;
using Insiders.Core.Segments;
using Insiders.Core.Storage;
using Insiders.Web.Account;
using Insiders.Web.PublishedRuns;
using Insiders.Web.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;

namespace Insiders.Web.Features.Segments;

/// <summary>Edits of segments: every change looks again whether the person asking still may, wherever the call came from, and leaves its trace in the audit.</summary>
public sealed class SegmentDesk(SegmentEditStore edits, RunStore runs, BaseDesk desk, SessionCheck sessions, IAuthorizationService authorization, TimeProvider time)
{
    /// <summary>True for a person to whom pages offer edits; whether they may is asked again when they do.</summary>
    public static async Task<bool> MayEditAsync(Task<AuthenticationState>? person) => person is not null && (await person).User.May(PageRole.Analyst);

    /// <summary>All edits, newest first.</summary>
    public Task<ImmutableArray<SegmentEdit>> ListAsync(CancellationToken cancellationToken) => edits.ListAsync(cancellationToken);

    /// <summary>What every segment is called, by stable id; those that are part of another too.</summary>
    public async Task<IReadOnlyDictionary<long, SegmentName>> ListNamesAsync(CancellationToken cancellationToken) => await runs.ListSegmentNamesAsync(cancellationToken);

    /// <summary>Makes a change.</summary>
    /// <exception cref="SegmentChangeException">It cannot be; the message says why.</exception>
    public async Task MakeAsync(ClaimsPrincipal actor, SegmentChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!(await authorization.AuthorizeAsync(actor, Policies.Analyse)).Succeeded || !await sessions.HoldsAsync(actor))
        {
            throw new SegmentChangeException(Texts.ForbiddenText);
        }

        try
        {
            var name = actor.Identity!.Name!;
            await KeepAsync(name, change, cancellationToken);
            desk.Forget();
        }
        catch (SegmentEditRefusedException refused)
        {
            throw new SegmentChangeException(SegmentEditWords.Of(refused));
        }
    }

    private static string ActionOf(SegmentEdit edit) => edit switch
    {
        { UndoneAt: not null } => "segment.undone",
        { Kind: SegmentEditKind.Name } => "segment.renamed",
        { Kind: SegmentEditKind.Colour } => "segment.recoloured",
        { Kind: SegmentEditKind.Lever } => "segment.lever",
        _ => "segment.merged",
    };

    private async Task KeepAsync(string actor, SegmentChange change, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (change is SegmentChange.Undo undo)
        {
            await edits.UndoAsync(undo.EditId, actor, now, cancellationToken, Describe);
            return;
        }

        var segments = (await runs.FindPublishedAsync(cancellationToken))?.Segments ?? [];
        var edit = change switch
        {
            SegmentChange.Rename rename => Renamed(rename, segments.FirstOrDefault(segment => segment.SegmentId == rename.SegmentId)?.Segment.Name),
            SegmentChange.Recolour recolour => Recoloured(recolour),
            SegmentChange.SetLever lever => Levered(lever),
            SegmentChange.Merge merge => Merged(merge),
            _ => throw new ArgumentOutOfRangeException(nameof(change), change, "There is no such change."),
        };
        if (!edit.Parts.Append(edit.SegmentId).All(id => segments.Any(segment => segment.SegmentId == id)))
        {
            throw new SegmentChangeException(Texts.SegEditNotThere);
        }

        await edits.AddAsync(edit, actor, now, cancellationToken, Describe);

        AuditEntry Describe(SegmentEdit kept) => new(0, now, actor, ActionOf(kept), Figures.Fill("segment {0}", kept.SegmentId), SegmentEditWords.Plain(kept));
    }

    private static SegmentEdit Recoloured(SegmentChange.Recolour recolour) => SegmentPalette.All.Contains(recolour.Colour)
        ? SegmentEdit.Recolour(recolour.SegmentId, recolour.Colour)
        : throw new SegmentChangeException(Texts.SegEditColourUnknown);

    private static SegmentEdit Levered(SegmentChange.SetLever lever)
    {
        var (english, portuguese) = Text(lever.English, lever.Portuguese, SegmentEdit.LongestLever);
        return SegmentEdit.SetLever(lever.SegmentId, english, portuguese);
    }

    private static SegmentEdit Merged(SegmentChange.Merge merge) => merge.Parts.Length > 0 && !merge.Parts.Contains(merge.SegmentId)
        ? SegmentEdit.Merge(merge.SegmentId, merge.Parts)
        : throw new SegmentChangeException(Texts.SegEditNothingToMerge);

    // Whoever renames in one language and leaves the old name in the other has two segments in the eyes of colleagues.
    private static SegmentEdit Renamed(SegmentChange.Rename rename, SegmentName? before)
    {
        var (english, portuguese) = Text(rename.English, rename.Portuguese, SegmentEdit.LongestName);
        if (before is not null && (english == before.English) != (portuguese == before.Portuguese) && before.English != before.Portuguese)
        {
            throw new SegmentChangeException(Figures.Fill(Texts.SegEditBothLanguages, english == before.English ? Texts.SegEditEnglish : Texts.SegEditPortuguese));
        }

        if (!english.Any(char.IsLetter) || !portuguese.Any(char.IsLetter))
        {
            throw new SegmentChangeException(Texts.SegEditNoLetter);
        }

        return SegmentEdit.Rename(rename.SegmentId, english, portuguese);
    }

    private static (string English, string Portuguese) Text(string english, string portuguese, int longest)
    {
        var (one, other) = (english.Trim(), portuguese.Trim());
        (one, other) = (one.Length > 0 ? one : other, other.Length > 0 ? other : one);
        return one.Length == 0 ? throw new SegmentChangeException(Texts.SegEditEmpty)
            : one.Length > longest || other.Length > longest ? throw new SegmentChangeException(Figures.Fill(Texts.SegEditTooLong, longest))
            : SegmentEdit.IsText(one, longest) && SegmentEdit.IsText(other, longest) ? (one, other)
            : throw new SegmentChangeException(Texts.SegEditControl);
    }
}
