namespace Insiders.Core.Application.Disk;

/// <summary>The application database as a file.</summary>
public interface IDatabase
{
    /// <summary>How its tables stand to those that this program knows. The file need not be there, and is not made.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    Task<SchemaState> FindStateAsync(CancellationToken cancellationToken);

    /// <summary>Brings all tables to the current schema, making the file and its folder if need be. Called at start, unless the file has it.</summary>
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
