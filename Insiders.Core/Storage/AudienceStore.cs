using System.Collections.Immutable;
using System.Text.Json;
using Insiders.Core.Application.Audiences;
using Insiders.Core.Application.Audit;
using Insiders.Core.Storage.Schema;
using Insiders.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Insiders.Core.Storage;

/// <inheritdoc/>
/// <param name="databasePath">Full path of the database; <see cref="RunStore.MigrateAsync"/> creates its tables.</param>
public sealed class AudienceStore(string databasePath) : IAudienceStore
{
    private readonly DatabaseFile _file = new(databasePath);

    /// <inheritdoc/>
    public async Task<ImmutableArray<Audience>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = _file.Context();
        var rows = await context.Audiences.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new Audience(row.Id, row.Name, row.OwnerId, row.Owner, row.Customers, row.RunId, row.CreatedAt) { Rule = row.RuleJson is { } rule ? JsonSerializer.Deserialize(rule, StoredJson.Default.CustomerFilter) : null, IsShared = row.IsShared, DeletedAt = row.DeletedAt })];
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<string>> ReadMembersAsync(long audienceId, CancellationToken cancellationToken)
    {
        await using var context = _file.Context();
        var json = await context.AudienceMembers.Where(row => row.AudienceId == audienceId).Select(row => row.CustomerIdsJson).SingleOrDefaultAsync(cancellationToken);
        return json is null ? [] : [.. JsonSerializer.Deserialize<string[]>(json) ?? []];
    }

    /// <inheritdoc/>
    public async Task<Audience> AddAsync(Audience audience, ImmutableArray<string> customerIds, AuditEntry entry, DateTimeOffset sweepBefore, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(audience);
        ArgumentNullException.ThrowIfNull(entry);
        await using var context = _file.Context();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var deleted = await context.Audiences.Where(row => row.DeletedAt != null).ToListAsync(cancellationToken);
        context.Audiences.RemoveRange(deleted.Where(row => row.DeletedAt < sweepBefore));
        var entity = new AudienceEntity
        {
            Name = audience.Name,
            OwnerId = audience.OwnerId,
            Owner = audience.Owner,
            Customers = audience.Customers,
            RunId = audience.RunId,
            CreatedAt = audience.CreatedAt,
            RuleJson = audience.Rule is { } rule ? JsonSerializer.Serialize(rule, StoredJson.Default.CustomerFilter) : null,
        };
        context.Audiences.Add(entity);
        context.Audit.Add(AuditLog.Entity(entry));
        await context.SaveChangesAsync(cancellationToken);
        if (audience.Rule is null)
        {
            context.AudienceMembers.Add(new AudienceMembersEntity { AudienceId = entity.Id, CustomerIdsJson = JsonSerializer.Serialize(customerIds) });
            await context.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return audience with { Id = entity.Id };
    }

    /// <inheritdoc/>
    public async Task RecordAsync(ImmutableArray<AudienceSnapshot> snapshots, CancellationToken cancellationToken)
    {
        await using var context = _file.Context();
        foreach (var snapshot in snapshots)
        {
            if (!await context.AudienceSnapshots.AnyAsync(row => row.AudienceId == snapshot.AudienceId && row.RunId == snapshot.RunId, cancellationToken))
            {
                context.AudienceSnapshots.Add(new AudienceSnapshotEntity
                {
                    AudienceId = snapshot.AudienceId,
                    RunId = snapshot.RunId,
                    AsOf = snapshot.AsOf,
                    CustomerIdsJson = JsonSerializer.Serialize(snapshot.CustomerIds),
                });
            }
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<AudienceSnapshot>> ListSnapshotsAsync(long audienceId, CancellationToken cancellationToken)
    {
        await using var context = _file.Context();
        var rows = await context.AudienceSnapshots.AsNoTracking().Where(row => row.AudienceId == audienceId).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new AudienceSnapshot(row.AudienceId, row.RunId, row.AsOf, [.. JsonSerializer.Deserialize<string[]>(row.CustomerIdsJson) ?? []]))];
    }

    /// <inheritdoc/>
    public async Task SaveAsync(Audience audience, AuditEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(audience);
        ArgumentNullException.ThrowIfNull(entry);
        await using var context = _file.Context();
        if (await context.Audiences.SingleOrDefaultAsync(row => row.Id == audience.Id, cancellationToken) is { } row)
        {
            (row.Name, row.IsShared, row.DeletedAt) = (audience.Name, audience.IsShared, audience.DeletedAt);
            context.Audit.Add(AuditLog.Entity(entry));
            await context.SaveChangesAsync(cancellationToken);
        }
    }
}
