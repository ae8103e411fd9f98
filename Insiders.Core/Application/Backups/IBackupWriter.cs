using Insiders.Core.Problems;

namespace Insiders.Core.Application.Backups;

/// <summary>Makes whole backups of the data folder while people work: database, ledger, runs' sales and logs, uploaded files, keys.</summary>
public interface IBackupWriter
{
    /// <summary>Writes one.</summary>
    /// <param name="target">Full path of a file that is not there yet.</param>
    /// <param name="cancellationToken">Stops it; nothing is left.</param>
    /// <exception cref="DiskRefusalException">There is no room for it.</exception>
    Task<BackupManifest> WriteAsync(string target, CancellationToken cancellationToken);

    /// <summary>A name in the folder of backups that none has yet.</summary>
    /// <param name="why">Such as <c>scheduled</c>; null where somebody asked for it.</param>
    string NewPath(string? why);
}
