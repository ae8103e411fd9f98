using Insiders.Core.Problems;

namespace Insiders.Core.Application.Backups;

/// <summary>Makes complete backups of the data folder while people work: database, ledger, runs' sales and logs, uploaded files, keys.</summary>
public interface IBackupWriter
{
    /// <summary>Writes a backup.</summary>
    /// <param name="target">Full path of a file that does not exist yet.</param>
    /// <param name="cancellationToken">Cancels the write; no file is left behind.</param>
    /// <exception cref="DiskRefusalException">There is no room for it.</exception>
    Task<BackupManifest> WriteAsync(string target, CancellationToken cancellationToken);

    /// <summary>An unused file path in the backup folder.</summary>
    /// <param name="why">The reason, such as <c>scheduled</c>, which becomes part of the name; null when a person asked for it.</param>
    string NewPath(string? why);
}
