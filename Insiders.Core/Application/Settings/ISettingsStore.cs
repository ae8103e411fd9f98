using Insiders.Core.Application.Audit;

namespace Insiders.Core.Application.Settings;

/// <summary>Stores the settings of the installation, one JSON text per group.</summary>
public interface ISettingsStore
{
    /// <summary>The text of a group, or null when it was never set.</summary>
    /// <param name="key">The group's stable key.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    Task<string?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Sets a group.</summary>
    /// <param name="key">The group's stable key.</param>
    /// <param name="value">Its text.</param>
    /// <param name="changedBy">Who set it.</param>
    /// <param name="now">The current time.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <param name="entry">The audit entry written in the same transaction; null for none.</param>
    Task SaveAsync(string key, string value, string changedBy, DateTimeOffset now, CancellationToken cancellationToken, AuditEntry? entry = null);
}
