using System.Collections.Immutable;
using Insiders.Core.Application.Audit;

namespace Insiders.Core.Application.Backups;

/// <summary>Backups as files: everything the installation holds, in one.</summary>
public interface IBackupFiles
{
    /// <summary>The backups in the data folder, newest first; the copies of databases that a migration left are among them.</summary>
    ImmutableArray<StoredBackup> List();

    /// <summary>The path of a backup in the data folder; null when there is none of that name.</summary>
    string? Find(string? name);

    /// <summary>Writes a backup to the data folder, under a name made of the time.</summary>
    /// <param name="kind">A word in its name; null for none.</param>
    /// <param name="cancellationToken">Cancels the writing; nothing stays.</param>
    /// <returns>Its name.</returns>
    Task<string> MakeAsync(string? kind, CancellationToken cancellationToken);

    /// <summary>Writes a backup to a file of its own outside the list.</summary>
    /// <param name="path">Full path of a file that does not exist.</param>
    /// <param name="cancellationToken">Cancels the writing; nothing stays.</param>
    Task WriteAsync(string path, CancellationToken cancellationToken);

    /// <summary>Puts a backup in the place of all data. It is checked first, and what was there is kept as a backup.</summary>
    /// <param name="path">The backup.</param>
    /// <param name="entry">What the audit of the restored data is told.</param>
    /// <returns>Done; <see cref="Problems.ProblemCode.RestoreBusy"/> while a run or an import is at work; or why the file is refused.</returns>
    Task<Result> RestoreAsync(string path, AuditEntry entry);
}
