using Insiders.Core.Storage;

namespace Insiders.Core.Application.Disk;

/// <summary>Copies of the database.</summary>
public interface IDatabaseCopy
{
    /// <summary>Writes a consistent copy of the database while others read and write.</summary>
    /// <param name="target">Full path of a file that does not exist; its folder is created.</param>
    /// <param name="cancellationToken">Cancels before the copy begins.</param>
    Task WriteAsync(string target, CancellationToken cancellationToken);

    /// <summary>Copies the database before the program migrates its tables.</summary>
    /// <param name="folder">Folder for the copy.</param>
    /// <param name="now">The current time, used in the copy's name.</param>
    /// <param name="cancellationToken">Cancels before the copy begins.</param>
    /// <returns>The copy's path.</returns>
    Task<string> WriteBeforeMigrationAsync(string folder, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Replaces the database's content with a copy, in one transaction; if it is interrupted, the database is unchanged.</summary>
    /// <param name="source">The copy; see <see cref="CheckAsync"/>.</param>
    /// <param name="cancellationToken">Cancels before the content is replaced.</param>
    /// <remarks>Readers and writers may have the database open. Call <see cref="RunStore.MigrateAsync"/> next if the copy may be of an earlier version.</remarks>
    Task ReplaceAsync(string source, CancellationToken cancellationToken);

    /// <summary>Checks that a file is an intact database of this program and not of a later version.</summary>
    /// <param name="source">Full path.</param>
    /// <param name="cancellationToken">Cancels the queries.</param>
    /// <exception cref="InvalidDataException">The check fails; the message says why.</exception>
    Task CheckAsync(string source, CancellationToken cancellationToken);
}
