using Insiders.Core.Application.Audit;
using Insiders.Core.Application.Settings;
using Insiders.Core.Storage.Schema;
using Insiders.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Insiders.Core.Storage;

/// <summary>Stores the settings of the installation, one JSON text per group, such as the default recipe or the schedule.</summary>
/// <param name="databasePath">Full path of the database; <see cref="RunStore.MigrateAsync"/> creates its tables.</param>
public sealed class SettingsStore(string databasePath) : ISettingsStore
{
    private readonly DatabaseFile _file = new(databasePath);

    /// <inheritdoc/>
    public async Task<string?> FindAsync(string key, CancellationToken cancellationToken)
    {
        await using var context = _file.Context();
        return await context.Settings.Where(row => row.Key == key).Select(row => row.Value).SingleOrDefaultAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task SaveAsync(string key, string value, string changedBy, DateTimeOffset now, CancellationToken cancellationToken, AuditEntry? entry = null)
    {
        await using var context = _file.Context();
        var exists = await context.Settings.AnyAsync(row => row.Key == key, cancellationToken);
        context.Update(new SettingEntity { Key = key, Value = value, ChangedAt = now, ChangedBy = changedBy }).State = exists ? EntityState.Modified : EntityState.Added;
        if (entry is not null)
        {
            context.Audit.Add(AuditLog.Entity(entry));
        }

        await context.SaveChangesAsync(cancellationToken);
    }
}
