using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Application.Access;
using Insiders.Core.Application.Audiences;
using Insiders.Core.Application.Audit;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Customers;
using Insiders.Core.Problems;
using Insiders.Core.Programmes;

namespace Insiders.Core.Application.Programmes;

/// <summary>The loyalty programme: reviews by itself and when asked, changes of tiers and policy with a preview, decisions by hand, the members of any past day.</summary>
public sealed class ProgrammeService(IProgrammeStore store, PublishedRunCache runs, IAudienceStore audiences, AccessCheck access, TimeProvider time) : IPublicationFollower, IDisposable
{
    private const int NeedsShown = 200;

    // Reviews follow each other: a second one would decide from members that the first has changed.
    private readonly SemaphoreSlim _turn = new(1);

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    /// <summary>The programme beside the published run, reviewed first if the publication has not been; null until a run is published.</summary>
    /// <param name="cancellationToken">Cancels the wait and the review; what is stored is whole either way.</param>
    public async Task<ProgrammeSnapshot?> FindAsync(CancellationToken cancellationToken)
        => await runs.FindAsync(cancellationToken) is { } run ? Snapshot(run, await ReviewAsync(run, cancellationToken)) : null;

    /// <inheritdoc/>
    public Task FollowAsync(PublishedRun run, CancellationToken cancellationToken) => ReviewAsync(run, cancellationToken);

    /// <summary>The members after the latest review; before the first one those whom it will find. Nothing is written, so pages have them on a full disk.</summary>
    /// <param name="run">The run whose rows are meant.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    public async Task<ProgrammeMembers> FindMembersAsync(PublishedRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        return await store.FindAsync(cancellationToken) is { } stored ? new(stored.Reviews[0].Id, ProgrammeSnapshot.RowsOf(run, stored.Members))
            : new(0, ProgrammeSnapshot.RowsOf(run, (await RunAsync(run, null, Programme.Default, [], ReviewScope.Everybody, cancellationToken)).Members));
    }

    /// <summary>Reviews a publication unless it has been: every publication is reviewed once, however often this is called and whatever was killed meanwhile.</summary>
    /// <param name="run">The published run.</param>
    /// <param name="cancellationToken">Cancels the review.</param>
    public async Task<StoredProgramme> ReviewAsync(PublishedRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        await _turn.WaitAsync(cancellationToken);
        try
        {
            while (true)
            {
                var known = await store.FindAsync(cancellationToken);

                // Who was published again after later data has been reviewed says nothing new: members do not go back in time.
                if (known is not null && (known.Reviews.Any(review => Reviewed(review, run)) || known.ReviewedOn > run.Cleaning.LastDate))
                {
                    return known;
                }

                var isDue = (known?.Programme ?? Programme.Default).Policy.IsDue(known?.EverybodyReviewedOn, run.Cleaning.LastDate);
                await RecordAsync(run, known, known?.Programme, isDue ? ReviewCause.Publication : ReviewCause.ChangesOnly, Actor.Program.Name, record => record, cancellationToken);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>What changed tiers and policy would do to today's members.</summary>
    public async Task<Result<ProgrammePreview>> PreviewAsync(Actor actor, Programme changed, CancellationToken cancellationToken)
    {
        if (await access.RefuseAsync(actor, Role.Analyst, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (Check(changed) is { } problem)
        {
            return problem;
        }

        if (await FindAsync(cancellationToken) is not { IsBehind: false } now)
        {
            return Problem.Of(ProblemCode.ProgrammeUnready);
        }

        var outcome = await RunAsync(now.Run, now.Stored, changed, now.Stored.Decisions, ReviewScope.Everybody, cancellationToken);
        var after = ProgrammeWorth.Of(now.Run.Customers, ProgrammeSnapshot.RowsOf(now.Run, outcome.Members));
        return new ProgrammePreview(outcome.Events, now.Worth, after, Money(EventKind.Joined), Money(EventKind.Left));

        double Money(EventKind kind)
        {
            var revenue = now.Run.Customers.Feature("gross_revenue");
            return outcome.Events.Where(happened => happened.Kind == kind).Sum(happened => now.Run.Customers.FindRow(happened.CustomerId) is { } row ? revenue[row] : 0);
        }
    }

    /// <summary>Changes tiers and policy, and reviews everybody by them at once: what <see cref="PreviewAsync"/> said is what happens.</summary>
    public async Task<Result> SaveAsync(Actor actor, Programme changed, CancellationToken cancellationToken)
        => await access.RefuseAsync(actor, Role.Analyst, cancellationToken) is { } refusal ? refusal
            : Check(changed) is { } problem ? problem
            : await ChangeAsync(actor, ReviewCause.PolicyChange, "programme.changed", string.Join(", ", changed.Tiers.Select(tier => tier.Name)), _ => changed, decisions => decisions, cancellationToken);

    /// <summary>Reviews everybody now, outside the rhythm.</summary>
    public async Task<Result> ReviewNowAsync(Actor actor, CancellationToken cancellationToken)
        => await access.RefuseAsync(actor, Role.Analyst, cancellationToken) is { } refusal ? refusal
            : await ChangeAsync(actor, ReviewCause.Asked, "programme.reviewed", "", programme => programme, decisions => decisions, cancellationToken);

    /// <summary>Includes or excludes a customer by hand, in place of an earlier decision about the customer.</summary>
    /// <param name="actor">Who decides.</param>
    /// <param name="customerId">The customer; one of the published run.</param>
    /// <param name="tier">The tier to be in at least; null to exclude.</param>
    /// <param name="reason">Why; not empty.</param>
    /// <param name="until">The last day of the data on which it holds; null: until it is taken back.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    public async Task<Result> DecideAsync(Actor actor, string customerId, int? tier, string reason, DateOnly? until, CancellationToken cancellationToken)
    {
        if (await access.RefuseAsync(actor, Role.Analyst, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (reason?.Trim() is not { Length: > 0 and <= ManualDecision.LongestReason } why)
        {
            return Problem.Of(ProblemCode.ProgrammeReason, ManualDecision.LongestReason);
        }

        if (await FindAsync(cancellationToken) is not { } now || now.Run.Customers.FindRow(customerId) is null || tier < 0 || tier >= now.Stored.Programme.Tiers.Length)
        {
            return Problem.Of(ProblemCode.ProgrammeCustomer, customerId);
        }

        return until < now.Run.Cleaning.LastDate ? Problem.Of(ProblemCode.ProgrammeUntil, now.Run.Cleaning.LastDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            : await ChangeAsync(
                actor, ReviewCause.ByHand, tier is null ? "programme.excluded" : "programme.included", customerId, programme => programme,
                decisions => [.. decisions.Where(decision => decision.CustomerId != customerId), new(customerId, tier, why, until, actor.Name)], cancellationToken);
    }

    /// <summary>Takes a decision by hand back; the customer is judged by the conditions at once.</summary>
    public async Task<Result> TakeBackAsync(Actor actor, string customerId, CancellationToken cancellationToken)
        => await access.RefuseAsync(actor, Role.Analyst, cancellationToken) is { } refusal ? refusal
            : await ChangeAsync(
                actor, ReviewCause.ByHand, "programme.undecided", customerId, programme => programme,
                decisions => [.. decisions.Where(decision => decision.CustomerId != customerId)], cancellationToken);

    /// <summary>The log, in the order of writing.</summary>
    /// <param name="afterReview">Only what reviews after this one wrote; 0 for all.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    public Task<ImmutableArray<LoggedEvent>> ListEventsAsync(long afterReview, CancellationToken cancellationToken) => store.ListEventsAsync(afterReview, cancellationToken);

    /// <summary>The lines of the log about one customer.</summary>
    public Task<ImmutableArray<LoggedEvent>> ListEventsOfAsync(string customerId, CancellationToken cancellationToken) => store.ListEventsOfAsync(customerId, cancellationToken);

    /// <summary>The members on a day of the data, read from the log.</summary>
    public async Task<ImmutableArray<Membership>> ListMembersAsync(DateOnly on, CancellationToken cancellationToken)
        => MembershipLog.Replay((await store.ListEventsAsync(0, cancellationToken)).Select(line => line.Event), on);

    /// <summary>What enters the programme and what removes from it, in words; found once per run and review, and kept.</summary>
    /// <param name="snapshot">The programme.</param>
    /// <param name="cancellationToken">Cancels the wait; whoever else asks still gets the answer.</param>
    /// <remarks>4,312 customers take about 0.1 s, 200,000 several seconds: the worker asks first.</remarks>
    public Task<ProgrammeWords> FindWordsAsync(ProgrammeSnapshot snapshot, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Run.Derive(static _ => new LatestAnswer<long, ProgrammeWords>()).FindAsync(snapshot.Stored.Reviews[0].Id, () => WordAsync(snapshot), cancellationToken);
    }

    private async Task<ProgrammeWords> WordAsync(ProgrammeSnapshot snapshot)
    {
        var (programme, customers) = (snapshot.Stored.Programme, snapshot.Run.Customers);
        var lists = await ReadListsAsync(programme, customers, CancellationToken.None);
        ImmutableArray<bool> isMember = [.. ProgrammeStandings.EarnedTiers(programme, customers, lists, CancellationToken.None).Select(tier => tier is not null)];
        var rules = MemberRules.Of(customers, isMember, CancellationToken.None);
        return new(rules, rules.Entry is { } entry ? CustomerNeeds.Nearest(customers, entry, isMember, NeedsShown) : []);
    }

    private static ProgrammeSnapshot Snapshot(PublishedRun run, StoredProgramme stored)
    {
        var rows = ProgrammeSnapshot.RowsOf(run, stored.Members);
        return new(run, stored, rows, ProgrammeWorth.Of(run.Customers, rows));
    }

    private static bool Reviewed(ReviewRow review, PublishedRun run) => review.RunId == run.Run.Run.Id && review.PublishedAt == run.Run.PublishedAt;

    private static Problem? Check(Programme changed)
    {
        ArgumentNullException.ThrowIfNull(changed);
        return changed.Tiers is not { Length: > 0 and <= Programme.MostTiers } ? Problem.Of(ProblemCode.ProgrammeTiers, Programme.MostTiers)
            : changed.Tiers.Any(tier => tier.Name.Trim() is not { Length: > 0 and <= Tier.LongestName }) ? Problem.Of(ProblemCode.ProgrammeTierName, Tier.LongestName)
            : changed.Tiers.Any(tier => tier.Conditions is not { Length: > 0 and <= Tier.MostConditions }) ? Problem.Of(ProblemCode.ProgrammeConditions, Tier.MostConditions)
            : null;
    }

    private async Task<Result> ChangeAsync(
        Actor actor, ReviewCause cause, string action, string subject, Func<Programme, Programme> change, Func<ImmutableArray<ManualDecision>, ImmutableArray<ManualDecision>> decide, CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { IsBehind: false } now)
        {
            return Problem.Of(ProblemCode.ProgrammeUnready);
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            for (var known = now.Stored; ; known = await store.FindAsync(cancellationToken) ?? known)
            {
                var entry = new AuditEntry(0, time.GetUtcNow(), actor.Name, action, subject);
                if (await RecordAsync(now.Run, known, change(known.Programme), cause, actor.Name, record => record with { Decisions = decide(known.Decisions), Entry = entry }, cancellationToken))
                {
                    return Result.Done;
                }
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<bool> RecordAsync(
        PublishedRun run, StoredProgramme? known, Programme? changed, ReviewCause cause, string by, Func<ReviewRecord, ReviewRecord> complete, CancellationToken cancellationToken)
    {
        var programme = changed ?? Programme.Default;
        var draft = complete(new(new(0, cause, run.Run.Run.Id, run.Run.PublishedAt, run.Cleaning.LastDate, time.GetUtcNow(), by, 0, 0), new([], [])));
        var scope = cause is ReviewCause.ChangesOnly or ReviewCause.ByHand ? ReviewScope.ChangesOnly : ReviewScope.Everybody;
        var outcome = await RunAsync(run, known, programme, draft.Decisions.IsDefault ? known?.Decisions ?? [] : draft.Decisions, scope, cancellationToken);
        var revenue = run.Customers.Feature("gross_revenue");
        var row = draft.Review with { Members = outcome.Members.Length, RevenueAmount = outcome.Members.Sum(member => run.Customers.FindRow(member.CustomerId) is { } at ? revenue[at] : 0) };
        return await store.SaveAsync(known, draft with { Review = row, Outcome = outcome, Changed = known is null || known.Programme != programme ? programme : null }, cancellationToken);
    }

    private async Task<ReviewOutcome> RunAsync(
        PublishedRun run, StoredProgramme? known, Programme programme, ImmutableArray<ManualDecision> decisions, ReviewScope scope, CancellationToken cancellationToken)
    {
        // A decision that was taken back has ended: its customer is looked at once more, like those whose decision ends by itself.
        var members = known?.Members ?? [];
        decisions = [.. decisions, .. (known?.Decisions ?? []).Where(before => decisions.All(decision => decision.CustomerId != before.CustomerId)).Select(before => before with { Until = DateOnly.MinValue })];
        var standings = ProgrammeStandings.Of(programme, run.Customers, await ReadListsAsync(programme, run.Customers, cancellationToken), members, decisions, cancellationToken);
        return Review.Run(programme, members, new(run.Cleaning.LastDate, standings, decisions), known?.EverybodyReviewedOn, scope);
    }

    // A rule is answered by the customers of the run, a list stays as it was saved; one that no longer exists has nobody.
    private async Task<Dictionary<long, ImmutableHashSet<string>>> ReadListsAsync(Programme programme, CustomerTable customers, CancellationToken cancellationToken)
    {
        var lists = new Dictionary<long, ImmutableHashSet<string>>();
        var asked = programme.Tiers.SelectMany(tier => tier.Conditions).OfType<ListCondition>().Select(list => list.AudienceId).ToHashSet();
        foreach (var audience in asked.Count == 0 ? [] : (await audiences.ListAsync(cancellationToken)).Where(audience => asked.Contains(audience.Id)))
        {
            IEnumerable<string> ids = audience.Rule is { } rule ? AudiencePresence.Of(audience, rule, customers).Rows.Select(row => customers.Ids[row]) : await audiences.ReadMembersAsync(audience.Id, cancellationToken);
            lists[audience.Id] = ids.ToImmutableHashSet(StringComparer.Ordinal);
        }

        return lists;
    }
}
