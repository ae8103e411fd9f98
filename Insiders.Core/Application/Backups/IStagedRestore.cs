using Insiders.Core.Application.Audit;
using Insiders.Core.Problems;

namespace Insiders.Core.Application.Backups;

/// <summary>A restore in progress: the backup is first unpacked and checked beside the data, then moved in by steps that a restart resumes.</summary>
public interface IStagedRestore
{
    /// <summary>Whether a restore was committed but not completed.</summary>
    bool IsPending { get; }

    /// <summary>Unpacks a backup beside the data and checks all of it. Nothing is replaced yet.</summary>
    /// <param name="file">A complete backup, or a bare database as earlier versions made them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="BackupRefusedException">The file cannot be restored; the message says why.</exception>
    /// <exception cref="DiskRefusalException">There is no room for it.</exception>
    Task<BackupManifest> StageAsync(string file, CancellationToken cancellationToken);

    /// <summary>Writes an entry to the audit of the staged database, so that the restored data names who restored it even when a later process completes the restore.</summary>
    Task AuditAsync(AuditEntry entry);

    /// <summary>Commits to the staged backup and replaces the database with its database. If the disk has no room for it, nothing is replaced and the staged files are removed.</summary>
    /// <param name="manifest">What <see cref="StageAsync"/> returned.</param>
    /// <remarks>Call <see cref="MoveInAsync"/> next.</remarks>
    Task ReplaceAsync(BackupManifest manifest);

    /// <summary>Completes a committed restore. If it is interrupted, calling it again resumes it.</summary>
    Task CarryOutAsync();

    /// <summary>Moves the files that belong to the database into place, which completes the restore. If it is interrupted, calling it again resumes it.</summary>
    Task MoveInAsync();

    /// <summary>Removes staged files that were never committed.</summary>
    void Discard();
}
