using System.Collections.Immutable;
using Insiders.Core.Application.Access;
using Insiders.Core.Application.Audit;
using Insiders.Core.Application.Programmes;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Outlooks;
using Insiders.Core.Problems;
using Insiders.Core.Statistics.Experiments;

namespace Insiders.Core.Application.Holdouts;

/// <summary>Planning, drawing and reading hold-outs: analysts draw, everybody reads.</summary>
public sealed class HoldoutService(IHoldoutStore store, PublishedRunCache runs, ProgrammeService programme, AccessCheck access, TimeProvider time)
{
    private const int Thirds = 3;

    /// <summary>All of them, newest first.</summary>
    public Task<ImmutableArray<Holdout>> ListAsync(CancellationToken cancellationToken) => store.ListAsync(cancellationToken);

    /// <summary>The customers of one, by id.</summary>
    public Task<ImmutableArray<HoldoutMember>> ReadMembersAsync(long holdoutId, CancellationToken cancellationToken) => store.ReadMembersAsync(holdoutId, cancellationToken);

    /// <summary>What a hold-out could find; null where nothing can be said.</summary>
    public static HoldoutPlan? Plan(PublishedRun run, ProgrammeMembers members, HoldoutRequest request)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(request);
        return IsSound(request) ? HoldoutPlan.Of(run.Customers, RowsOf(run, members, request.Group, request.SegmentId), request, run.Cleaning.FirstDate, run.Cleaning.LastDate) : null;
    }

    /// <summary>Draws the arms and keeps them; it begins the day after the last sale.</summary>
    /// <returns>Its id.</returns>
    public async Task<Result<long>> CreateAsync(Actor actor, HoldoutRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (await access.RefuseAsync(actor, Role.Analyst, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        ArgumentNullException.ThrowIfNull(request);
        if (request.Name?.Trim() is not { Length: > 0 and <= Holdout.LongestName } name || !IsSound(request))
        {
            return Problem.Of(ProblemCode.HoldoutRefused, Holdout.LongestName, HoldoutRequest.ShortestDays, HoldoutRequest.LongestDays);
        }

        if (await runs.FindAsync(cancellationToken) is not { } run || RowsOf(run, await programme.FindMembersAsync(run, cancellationToken), request.Group, request.SegmentId) is var rows && Math.Floor(rows.Length * request.WithheldShare) < 2)
        {
            return Problem.Of(ProblemCode.HoldoutTooSmall);
        }

        var now = time.GetUtcNow();
        var holdout = new Holdout(0, name, request.Group, request.SegmentId, request.Metric, run.Cleaning.LastDate.AddDays(1), request.Days, request.WithheldShare, now.UtcTicks, now, actor.Name);
        return await store.CreateAsync(holdout, Draw(run.Customers, rows, holdout, []), new AuditEntry(0, now, actor.Name, "holdout.created", name), cancellationToken);
    }

    /// <summary>Draws an arm for customers who qualify now and did not before; customers already drawn keep their arm.</summary>
    /// <returns>How many joined.</returns>
    public async Task<Result<int>> RenewAsync(Actor actor, long holdoutId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (await access.RefuseAsync(actor, Role.Analyst, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (await runs.FindAsync(cancellationToken) is not { } run || (await store.ListAsync(cancellationToken)).FirstOrDefault(known => known.Id == holdoutId) is not { } holdout)
        {
            return Problem.Of(ProblemCode.HoldoutGone);
        }

        var members = await store.ReadMembersAsync(holdoutId, cancellationToken);
        var known = members.Select(member => member.CustomerId).ToHashSet(StringComparer.Ordinal);
        var joining = Draw(run.Customers, RowsOf(run, await programme.FindMembersAsync(run, cancellationToken), holdout.Group, holdout.SegmentId), holdout, members).Where(member => !known.Contains(member.CustomerId)).ToArray();
        if (joining.Length > 0)
        {
            await store.AddAsync(holdoutId, joining, new AuditEntry(0, time.GetUtcNow(), actor.Name, "holdout.renewed", holdout.Name), cancellationToken);
        }

        return joining.Length;
    }

    /// <summary>The state of a hold-out by the sales of the published run; null when there is none with that id.</summary>
    public async Task<HoldoutReport?> ReadAsync(PublishedRun run, long holdoutId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        if ((await store.ListAsync(cancellationToken)).FirstOrDefault(known => known.Id == holdoutId) is not { } holdout)
        {
            return null;
        }

        var members = await store.ReadMembersAsync(holdoutId, cancellationToken);
        var (withheld, treated) = (members.Where(member => member.Arm == Arm.Withheld).ToArray(), members.Where(member => member.Arm == Arm.Treated).ToArray());
        var gone = members.Count(member => run.Customers.FindRow(member.CustomerId) is null);
        if (run.Customers.Days is not { } days || run.Cleaning.LastDate < holdout.StartsOn)
        {
            return new(holdout, members, gone, null, null);
        }

        var until = run.Cleaning.LastDate < holdout.EndsOn ? run.Cleaning.LastDate : holdout.EndsOn;
        var outcomes = HoldoutOutcomes.Of(days, holdout.Metric, holdout.StartsOn, until);
        var before = HoldoutOutcomes.Of(days, holdout.Metric, holdout.StartsOn.AddDays(-holdout.Days), holdout.StartsOn.AddDays(-1));
        var result = ReadOut.Of(
            Each(withheld, outcomes), Each(treated, outcomes), Each(withheld, before), Each(treated, before), holdout.WithheldShare,
            new ReadOutOptions { WinsorisedAt = holdout.Metric == HoldoutMetric.Revenue ? HoldoutOutcomes.WinsorisedAt : 1 });
        return new(holdout, members, gone, until, result);

        double[] Each(HoldoutMember[] arm, double[] values) => [.. arm.Select(member => run.Customers.FindRow(member.CustomerId) is { } row ? values[row] : 0)];
    }

    /// <summary>Whom a hold-out is drawn from.</summary>
    public static ImmutableArray<int> RowsOf(PublishedRun run, ProgrammeMembers members, OutlookGroup group, long? segmentId)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(members);
        return group switch
        {
            OutlookGroup.Base => run.Customers.Everybody,
            OutlookGroup.Members => members.Rows,
            _ => segmentId is { } id && run.Customers.FindSegment(id) is { } segment ? run.Customers.MembersOf(segment) : [],
        };
    }

    private static bool IsSound(HoldoutRequest request)
        => request.Days is >= HoldoutRequest.ShortestDays and <= HoldoutRequest.LongestDays && request.WithheldShare is >= HoldoutRequest.LeastShare and <= HoldoutRequest.MostShare;

    private static HoldoutMember[] Draw(CustomerTable customers, ImmutableArray<int> rows, Holdout holdout, ImmutableArray<HoldoutMember> earlier)
    {
        // Thirds of revenue among those who qualify now; customers drawn before keep stratum and arm.
        var kept = earlier.ToDictionary(member => member.CustomerId, StringComparer.Ordinal);
        var order = customers.Sort(rows, Customers.Sales.CustomerOrder.ByRevenue);
        AssignmentCandidate[] candidates =
        [
            .. order.Select((row, place) => kept.TryGetValue(customers.Ids[row], out var member)
                ? new AssignmentCandidate(member.CustomerId, member.Stratum, member.Arm)
                : new AssignmentCandidate(customers.Ids[row], $"{customers.SegmentAt(row)?.SegmentId} {place * Thirds / order.Length}", null)),
        ];
        var arms = StratifiedAssignment.Assign(candidates, new AssignmentOptions { Seed = (ulong)holdout.Seed, WithheldShare = holdout.WithheldShare });
        return [.. candidates.Select((candidate, place) => new HoldoutMember(candidate.CustomerId, candidate.Stratum, arms[place])).OrderBy(member => member.CustomerId, StringComparer.Ordinal)];
    }
}
