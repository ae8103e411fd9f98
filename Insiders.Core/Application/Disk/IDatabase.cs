namespace Insiders.Core.Application.Disk;

/// <summary>The application database as a file.</summary>
public interface IDatabase
{
    /// <summary>Brings the file to the current schema, making it and its folder if need be. Called at start, unless the file has it.</summary>
    /// <param name="cancellationToken">Cancels between migrations.</param>
    Task MigrateAsync(CancellationToken cancellationToken);

    /// <summary>Keeps the file open until the result is disposed, so that opening it again needs no space on the disk.</summary>
    /// <param name="cancellationToken">Cancels the opening.</param>
    Task<IAsyncDisposable> HoldOpenAsync(CancellationToken cancellationToken);

    /// <summary>Lets go of pooled connections, so that the file can be moved or deleted.</summary>
    void ReleaseFile();

    /// <summary>Asks the database for as little as it can be asked for, to see whether it answers.</summary>
    /// <exception cref="System.Data.Common.DbException">It does not.</exception>
    Task AskAsync(CancellationToken cancellationToken);
}
