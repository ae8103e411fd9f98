using System.Collections.Immutable;
using Insiders.Core.Application.Programmes;
using Insiders.Core.Programmes;
using Insiders.Core.Storage.Schema;
using Insiders.Core.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Insiders.Core.Storage;

/// <inheritdoc/>
/// <param name="databasePath">Full path of the database; <see cref="RunStore.MigrateAsync"/> makes its tables.</param>
public sealed class ProgrammeStore(string databasePath) : IProgrammeStore
{
    // The tables hold several programmes; the pages know one.
    private const long OnlyId = 1;

    private readonly DatabaseFile _file = new(databasePath);

    /// <inheritdoc/>
    public async Task<StoredProgramme?> FindAsync(CancellationToken cancellationToken)
    {
        await using var context = _file.Context();
        await context.Database.OpenConnectionAsync(cancellationToken);

        // Deferred: members and reviews are of one moment, and nobody who writes is waited for.
        await using var transaction = ((SqliteConnection)context.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await context.Database.UseTransactionAsync(transaction, cancellationToken);
        if (await context.Programmes.AsNoTracking().SingleOrDefaultAsync(row => row.Id == OnlyId, cancellationToken) is not { } programme)
        {
            return null;
        }

        var members = await context.ProgrammeMembers.AsNoTracking().Where(row => row.ProgrammeId == OnlyId).ToListAsync(cancellationToken);
        var decisions = await context.ProgrammeDecisions.AsNoTracking().Where(row => row.ProgrammeId == OnlyId).ToListAsync(cancellationToken);
        var reviews = await context.ProgrammeReviews.AsNoTracking().Where(row => row.ProgrammeId == OnlyId).OrderByDescending(row => row.Id).ToListAsync(cancellationToken);
        return new(
            OnlyId, ProgrammeJson.Read(programme.DefinitionJson), programme.ChangedAt, programme.ChangedBy,
            [.. members.OrderBy(row => row.CustomerId, StringComparer.Ordinal).Select(Member)],
            [.. decisions.OrderBy(row => row.CustomerId, StringComparer.Ordinal).Select(row => new ManualDecision(row.CustomerId, row.Tier, row.Reason, row.Until, row.DecidedBy))],
            [.. reviews.Select(row => new ReviewRow(row.Id, row.Cause, row.RunId, row.PublishedAt, row.ReviewedOn, row.ReviewedAt, row.ReviewedBy, row.Members, row.RevenueAmount))]);
    }

    /// <inheritdoc/>
    public async Task<bool> SaveAsync(StoredProgramme? known, ReviewRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        await using var context = _file.Context();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var newest = await context.ProgrammeReviews.Where(row => row.ProgrammeId == OnlyId).MaxAsync(row => (long?)row.Id, cancellationToken);
        if (newest != known?.Reviews.FirstOrDefault()?.Id)
        {
            return false;
        }

        await SaveProgrammeAsync(context, record, known is null, cancellationToken);
        var review = Entity(record.Review);
        context.ProgrammeReviews.Add(review);
        if (record.Entry is { } entry)
        {
            context.Audit.Add(AuditLog.Entity(entry));
        }

        await context.SaveChangesAsync(cancellationToken);
        context.ProgrammeEvents.AddRange(record.Outcome.Events.Select(happened => Entity(happened, review)));
        await context.ProgrammeMembers.Where(row => row.ProgrammeId == OnlyId).ExecuteDeleteAsync(cancellationToken);
        context.ProgrammeMembers.AddRange(record.Outcome.Members.Select(Entity));
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<LoggedEvent>> ListEventsAsync(long afterReview, CancellationToken cancellationToken)
    {
        await using var context = _file.Context();
        var rows = await context.ProgrammeEvents.AsNoTracking().Where(row => row.ProgrammeId == OnlyId && row.ReviewId > afterReview).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(Logged)];
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<LoggedEvent>> ListEventsOfAsync(string customerId, CancellationToken cancellationToken)
    {
        await using var context = _file.Context();
        var rows = await context.ProgrammeEvents.AsNoTracking().Where(row => row.ProgrammeId == OnlyId && row.CustomerId == customerId).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(Logged)];
    }

    private static async Task SaveProgrammeAsync(InsidersContext context, ReviewRecord record, bool isFirst, CancellationToken cancellationToken)
    {
        if (record.Changed is { } changed)
        {
            var programme = await context.Programmes.SingleOrDefaultAsync(row => row.Id == OnlyId, cancellationToken);
            if (programme is null)
            {
                programme = new() { Id = OnlyId, DefinitionJson = "" };
                context.Programmes.Add(programme);
            }

            programme.DefinitionJson = ProgrammeJson.Write(changed);
            if (!isFirst || record.Entry is not null)
            {
                (programme.ChangedAt, programme.ChangedBy) = (record.Review.At, record.Review.By);
            }

            await context.ProgrammeTiers.Where(row => row.ProgrammeId == OnlyId).ExecuteDeleteAsync(cancellationToken);
            context.ProgrammeTiers.AddRange(changed.Tiers.Select((tier, place) => new ProgrammeTierEntity { ProgrammeId = OnlyId, Tier = place, Name = tier.Name }));
        }

        if (!record.Decisions.IsDefault)
        {
            await context.ProgrammeDecisions.Where(row => row.ProgrammeId == OnlyId).ExecuteDeleteAsync(cancellationToken);
            context.ProgrammeDecisions.AddRange(record.Decisions.Select(decision => new ProgrammeDecisionEntity
            {
                ProgrammeId = OnlyId,
                CustomerId = decision.CustomerId,
                Tier = decision.Tier,
                Reason = decision.Reason,
                Until = decision.Until,
                DecidedBy = decision.By,
            }));
        }
    }

    private static Member Member(ProgrammeMemberEntity row) => new(
        new(row.CustomerId, row.Tier, row.JoinedOn, row.TierSince) { LeavesOn = row.LeavesOn, GraceOn = row.GraceOn, IsByHand = row.IsByHand },
        ProgrammeJson.ReadEvidence(row.EvidenceJson), row.ReturnedItems);

    private static LoggedEvent Logged(ProgrammeEventEntity row) => new(
        row.Id, row.ReviewId,
        new(row.HappenedOn, row.CustomerId, row.Kind, row.Reason, row.FromTier, row.ToTier, ProgrammeJson.ReadEvidence(row.EvidenceJson)) { LeavesOn = row.LeavesOn, Note = row.Note, At = row.WrittenAt });

    private static ProgrammeMemberEntity Entity(Member member) => new()
    {
        ProgrammeId = OnlyId,
        CustomerId = member.CustomerId,
        Tier = member.Membership.Tier,
        JoinedOn = member.Membership.JoinedOn,
        TierSince = member.Membership.TierSince,
        LeavesOn = member.Membership.LeavesOn,
        GraceOn = member.Membership.GraceOn,
        IsByHand = member.Membership.IsByHand,
        ReturnedItems = member.ReturnedItems,
        EvidenceJson = ProgrammeJson.WriteEvidence(member.Evidence),
    };

    private static ProgrammeReviewEntity Entity(ReviewRow review) => new()
    {
        ProgrammeId = OnlyId,
        Cause = review.Cause,
        RunId = review.RunId,
        PublishedAt = review.PublishedAt,
        ReviewedOn = review.On,
        ReviewedAt = review.At,
        ReviewedBy = review.By,
        Members = review.Members,
        RevenueAmount = review.RevenueAmount,
    };

    private static ProgrammeEventEntity Entity(ProgrammeEvent happened, ProgrammeReviewEntity review) => new()
    {
        ProgrammeId = OnlyId,
        ReviewId = review.Id,
        HappenedOn = happened.On,
        WrittenAt = review.ReviewedAt,
        CustomerId = happened.CustomerId,
        Kind = happened.Kind,
        Reason = happened.Reason,
        FromTier = happened.FromTier,
        ToTier = happened.ToTier,
        LeavesOn = happened.LeavesOn,
        Note = happened.Note,
        EvidenceJson = ProgrammeJson.WriteEvidence(happened.Evidence),
    };
}
