using Insiders.Core.Storage;

namespace Insiders.Core.Application.Disk;

/// <summary>Copies of the database.</summary>
public interface IDatabaseCopy
{
    /// <summary>Writes a copy of this moment. Readers and writers go on meanwhile.</summary>
    /// <param name="target">Full path of a file that does not exist; its folder is made.</param>
    /// <param name="cancellationToken">Cancels before the copy begins.</param>
    Task WriteAsync(string target, CancellationToken cancellationToken);

    /// <summary>Copies the database before the program changes its tables.</summary>
    /// <param name="folder">Where the copy goes.</param>
    /// <param name="now">The time, for the copy's name.</param>
    /// <param name="cancellationToken">Cancels before the copy begins.</param>
    /// <returns>The copy's path.</returns>
    Task<string> WriteBeforeMigrationAsync(string folder, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Puts a copy in the place of the database's content, by one transaction: cut off, the database is as it was.</summary>
    /// <param name="source">The copy; see <see cref="CheckAsync"/>.</param>
    /// <param name="cancellationToken">Cancels before the content is replaced.</param>
    /// <remarks>Readers and writers may have the database open. Call <see cref="RunStore.MigrateAsync"/> next where the copy may be of an earlier version.</remarks>
    Task ReplaceAsync(string source, CancellationToken cancellationToken);

    /// <summary>Looks whether a file is a database of this program, whole, and not of a later version.</summary>
    /// <param name="source">Full path.</param>
    /// <param name="cancellationToken">Cancels the queries.</param>
    /// <exception cref="InvalidDataException">It is not.</exception>
    Task CheckAsync(string source, CancellationToken cancellationToken);
}
