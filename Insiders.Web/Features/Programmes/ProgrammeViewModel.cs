using System.Collections.Immutable;
using Insiders.Core.Application.Programmes;

namespace Insiders.Web.Features.Programmes;

/// <summary>What the page of the programme shows.</summary>
/// <param name="Query">What the address asks for.</param>
/// <param name="Snapshot">The programme beside the published run.</param>
/// <param name="Words">The programme in words.</param>
/// <param name="Members">The members now or on the day asked for: those close to leaving first, then by revenue.</param>
/// <param name="Events">What happened, newest first.</param>
public sealed record ProgrammeViewModel(ProgrammeQuery Query, ProgrammeSnapshot Snapshot, ProgrammeWords Words, ImmutableArray<MemberLine> Members, ImmutableArray<LoggedEvent> Events)
{
    /// <summary>Lines of a page of a long table.</summary>
    public const int PageLines = 50;

    /// <summary>The name of a tier; its number where the programme no longer has it.</summary>
    /// <param name="tier">Its place, 0 the base tier.</param>
    public string TierOf(int? tier)
        => tier is not { } place ? "–" : place < Snapshot.Stored.Programme.Tiers.Length ? Snapshot.Stored.Programme.Tiers[place].Name : Format.Fill(Texts.ProgrammeTierNumber, place + 1);

    /// <summary>Pages of a table.</summary>
    /// <param name="lines">Its lines.</param>
    public static int PagesOf(int lines) => Math.Max(1, (lines + PageLines - 1) / PageLines);
}
