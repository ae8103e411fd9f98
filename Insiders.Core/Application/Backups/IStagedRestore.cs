using Insiders.Core.Application.Audit;
using Insiders.Core.Problems;

namespace Insiders.Core.Application.Backups;

/// <summary>A backup on its way into a data folder: taken out and checked beside it first, then moved in by steps that a restart takes up again.</summary>
public interface IStagedRestore
{
    /// <summary>Whether one was decided and not carried out to its end.</summary>
    bool IsPending { get; }

    /// <summary>Takes a backup out beside the data and checks all of it. Nothing is replaced.</summary>
    /// <param name="file">A whole backup, or a database as earlier versions made them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="BackupRefusedException">It cannot be restored; the sentence says why.</exception>
    /// <exception cref="DiskRefusalException">There is no room for it.</exception>
    Task<BackupManifest> StageAsync(string file, CancellationToken cancellationToken);

    /// <summary>Tells the audit of what was staged who restores it: whoever carries it out, after a kill too, brings that along.</summary>
    Task AuditAsync(AuditEntry entry);

    /// <summary>Decides for what was staged and puts its database in its place. Where the disk does not take the database, nothing is replaced and nothing stays staged.</summary>
    /// <param name="manifest">What <see cref="StageAsync"/> returned.</param>
    /// <remarks><see cref="MoveInAsync"/> comes next.</remarks>
    Task ReplaceAsync(BackupManifest manifest);

    /// <summary>Moves what was decided for into its place. Cut off, it is called again and goes on.</summary>
    Task CarryOutAsync();

    /// <summary>Moves the files that belong to the database into their places, which ends the restore. Cut off, it is called again and goes on.</summary>
    Task MoveInAsync();

    /// <summary>Removes what was staged and not decided for.</summary>
    void Discard();
}
