using System.Collections.Immutable;
using Insiders.Core.Application.Audit;

namespace Insiders.Core.Application.Backups;

/// <summary>Backups as files; each one holds the whole installation.</summary>
public interface IBackupFiles
{
    /// <summary>The backups in the data folder, newest first, including database copies made before a migration.</summary>
    ImmutableArray<StoredBackup> List();

    /// <summary>The path of a backup in the data folder; null when none has that name.</summary>
    string? Find(string? name);

    /// <summary>Writes a backup to the data folder, named after the current time.</summary>
    /// <param name="kind">A word in its name; null for none.</param>
    /// <param name="cancellationToken">Cancels the write; no file is left behind.</param>
    /// <returns>Its name.</returns>
    Task<string> MakeAsync(string? kind, CancellationToken cancellationToken);

    /// <summary>Writes a backup to the given path; <see cref="List"/> does not include it.</summary>
    /// <param name="path">Full path of a file that does not exist.</param>
    /// <param name="cancellationToken">Cancels the write; no file is left behind.</param>
    Task WriteAsync(string path, CancellationToken cancellationToken);

    /// <summary>Replaces all data with a backup. The backup is checked first, and the current data is saved as another backup.</summary>
    /// <param name="path">The backup.</param>
    /// <param name="entry">The entry to write to the audit of the restored data.</param>
    /// <returns>Success; <see cref="Problems.ProblemCode.RestoreBusy"/> while a run or an import is at work; or the reason the file is refused.</returns>
    Task<Result> RestoreAsync(string path, AuditEntry entry);
}
