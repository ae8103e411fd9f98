using System.Collections.Immutable;
using Insiders.Core.Application.Audit;
using Insiders.Core.Application.Holdouts;
using Insiders.Core.Storage.Schema;
using Insiders.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Insiders.Core.Storage;

/// <inheritdoc/>
/// <param name="databasePath">Full path of the database; <see cref="RunStore.MigrateAsync"/> makes its tables.</param>
public sealed class HoldoutStore(string databasePath) : IHoldoutStore
{
    private readonly DatabaseFile _file = new(databasePath);

    /// <inheritdoc/>
    public async Task<ImmutableArray<Holdout>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = _file.Context();
        var rows = await context.Holdouts.AsNoTracking().OrderByDescending(row => row.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new Holdout(row.Id, row.Name, row.Group, row.SegmentId, row.Metric, row.StartsOn, row.Days, row.WithheldShare, row.Seed, row.CreatedAt, row.CreatedBy))];
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<HoldoutMember>> ReadMembersAsync(long holdoutId, CancellationToken cancellationToken)
    {
        await using var context = _file.Context();
        var rows = await context.HoldoutMembers.AsNoTracking().Where(row => row.HoldoutId == holdoutId).OrderBy(row => row.CustomerId).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new HoldoutMember(row.CustomerId, row.Stratum, row.Arm))];
    }

    /// <inheritdoc/>
    public async Task<long> CreateAsync(Holdout holdout, IReadOnlyCollection<HoldoutMember> members, AuditEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(holdout);
        await using var context = _file.Context();
        var row = new HoldoutEntity
        {
            Name = holdout.Name,
            Group = holdout.Group,
            SegmentId = holdout.SegmentId,
            Metric = holdout.Metric,
            StartsOn = holdout.StartsOn,
            Days = holdout.Days,
            WithheldShare = holdout.WithheldShare,
            Seed = holdout.Seed,
            CreatedAt = holdout.CreatedAt,
            CreatedBy = holdout.CreatedBy,
        };
        row.Members.AddRange(members.Select(Entity));
        context.Holdouts.Add(row);
        context.Audit.Add(AuditLog.Entity(entry));
        await context.SaveChangesAsync(cancellationToken);
        return row.Id;
    }

    /// <inheritdoc/>
    public async Task AddAsync(long holdoutId, IReadOnlyCollection<HoldoutMember> members, AuditEntry entry, CancellationToken cancellationToken)
    {
        await using var context = _file.Context();
        foreach (var member in members)
        {
            var row = Entity(member);
            row.HoldoutId = holdoutId;
            context.HoldoutMembers.Add(row);
        }

        context.Audit.Add(AuditLog.Entity(entry));
        await context.SaveChangesAsync(cancellationToken);
    }

    private static HoldoutMemberEntity Entity(HoldoutMember member) => new() { CustomerId = member.CustomerId, Stratum = member.Stratum, Arm = member.Arm };
}
