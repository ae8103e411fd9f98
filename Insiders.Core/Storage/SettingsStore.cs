using Insiders.Core.Storage.Schema;
using Insiders.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Insiders.Core.Storage;

/// <summary>Settings of the installation: one JSON text per group, such as the default recipe or the schedule.</summary>
/// <param name="databasePath">Full path of the database; <see cref="RunStore.MigrateAsync"/> makes its tables.</param>
public sealed class SettingsStore(string databasePath)
{
    private readonly DatabaseFile _file = new(databasePath);

    /// <summary>The text of a group, or null when nobody has set it.</summary>
    /// <param name="key">The group's stable key.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    public async Task<string?> FindAsync(string key, CancellationToken cancellationToken)
    {
        await using var connection = await _file.OpenAsync(cancellationToken);
        return await StoredRows.FindSettingAsync(connection, key, cancellationToken);
    }

    /// <summary>Sets a group.</summary>
    /// <param name="key">The group's stable key.</param>
    /// <param name="value">Its text.</param>
    /// <param name="changedBy">Who set it.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    public async Task SaveAsync(string key, string value, string changedBy, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = _file.Context();
        var known = await context.Settings.AnyAsync(row => row.Key == key, cancellationToken);
        context.Update(new SettingEntity { Key = key, Value = value, ChangedAt = now, ChangedBy = changedBy }).State = known ? EntityState.Modified : EntityState.Added;
        await context.SaveChangesAsync(cancellationToken);
    }
}
