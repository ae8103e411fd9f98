using System.Collections.Immutable;
using Insiders.Core.Application.Programmes;
using Insiders.Core.Programmes;

namespace Insiders.Web.Features.Programmes;

/// <summary>Reads what the page of the programme shows.</summary>
public sealed class ProgrammeLoader(ProgrammeService service)
{
    /// <summary>The page; null until a run is published.</summary>
    public async Task<ProgrammeViewModel?> FindAsync(ProgrammeQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (await service.FindAsync(cancellationToken) is not { } snapshot)
        {
            return null;
        }

        var words = await service.FindWordsAsync(snapshot, cancellationToken);
        var view = new ProgrammeViewModel(query, snapshot, words, [], []);
        return view with
        {
            Members = query.On is { } on ? [.. Sorted((await service.ListMembersAsync(on, cancellationToken)).Select(member => Line(view, member)))] : [.. Sorted(snapshot.Stored.Members.Select(member => Line(view, member)))],
            Events = query.View == ProgrammeQuery.Events ? await ReadEventsAsync(query, snapshot, cancellationToken) : [],
        };
    }

    /// <summary>The log or what was written since everybody was last reviewed, that review included, newest first.</summary>
    private async Task<ImmutableArray<LoggedEvent>> ReadEventsAsync(ProgrammeQuery query, ProgrammeSnapshot snapshot, CancellationToken cancellationToken)
    {
        var last = snapshot.Stored.Reviews.FirstOrDefault(review => review.Cause is not (ReviewCause.ByHand or ReviewCause.ChangesOnly))?.Id ?? 0;
        return [.. (await service.ListEventsAsync(query.IsWhole ? 0 : last - 1, cancellationToken)).Reverse()];
    }

    private static IEnumerable<MemberLine> Sorted(IEnumerable<MemberLine> lines)
        => lines.OrderByDescending(line => line.IsWarned).ThenByDescending(line => line.RevenueAmount ?? 0).ThenBy(line => line.CustomerId, StringComparer.Ordinal);

    private static MemberLine Line(ProgrammeViewModel view, Member member)
    {
        var customers = view.Snapshot.Run.Customers;
        return Line(view, member.Membership) with
        {
            Reasons = [.. member.Evidence.Select(reading => ProgrammeText.Of(reading, customers)), .. InFigures(view, member)],
            Close = ProgrammeText.CloseTo(member, MemberMargin.Of(member, customers, view.Words.Rules.Entry)),
        };
    }

    private static MemberLine Line(ProgrammeViewModel view, Membership member)
    {
        var customers = view.Snapshot.Run.Customers;
        return new(
            member.CustomerId, view.TierOf(member.Tier), member.JoinedOn, customers.FindRow(member.CustomerId) is { } row ? customers.Feature("gross_revenue")[row] : null, [],
            ProgrammeText.CloseTo(new(member, [], 0), null), member.LeavesOn is not null);
    }

    /// <summary>What the member has of the conditions in words, where the programme asks for a segment, which says no figure.</summary>
    private static IEnumerable<string> InFigures(ProgrammeViewModel view, Member member)
    {
        var customers = view.Snapshot.Run.Customers;
        return view.Words.Rules.Entry is { } entry && member.Evidence.Any(reading => reading.Condition is SegmentCondition) && customers.FindRow(member.CustomerId) is { } row
            ? entry.Rule.Conditions.Select(entry.MeasureOf).Distinct().Select(measure => Format.Fill(Texts.ProgrammeFigure, FeatureText.NameOf(measure), FeatureText.Own(measure, customers.Feature(measure)[row])))
            : [];
    }
}
