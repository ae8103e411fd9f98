namespace Insiders.Core.Application.Disk;

/// <summary>The application database as a file.</summary>
public interface IDatabase
{
    /// <summary>Compares its tables with the schema of this program. The file need not exist and is not created.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    Task<SchemaState> FindStateAsync(CancellationToken cancellationToken);

    /// <summary>Migrates all tables to the current schema, creating the file and its folder if necessary. Called at start unless the schema is current.</summary>
    /// <param name="cancellationToken">Cancels between migrations.</param>
    Task MigrateAsync(CancellationToken cancellationToken);

    /// <summary>Holds the file open until the result is disposed, so that opening it again needs no disk space.</summary>
    /// <param name="cancellationToken">Cancels the opening.</param>
    Task<IAsyncDisposable> HoldOpenAsync(CancellationToken cancellationToken);

    /// <summary>Closes pooled connections so that the file can be moved or deleted.</summary>
    void ReleaseFile();

    /// <summary>Runs a minimal query to see whether the database answers.</summary>
    /// <exception cref="System.Data.Common.DbException">The database does not answer.</exception>
    Task AskAsync(CancellationToken cancellationToken);
}
