using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Insiders.Core.Storage.Sqlite;

/// <summary>The SQLite file that all stores share, and how to open it.</summary>
internal sealed class DatabaseFile
{
    private readonly string _connectionString;
    private readonly DbContextOptions<InsidersContext> _options;

    public DatabaseFile(string path)
    {
        if (!System.IO.Path.IsPathFullyQualified(path))
        {
            throw new ArgumentException($"The path of the database must be absolute, because a relative one depends on the current folder: '{path}'.", nameof(path));
        }

        Path = path;
        _connectionString = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 30, Mode = SqliteOpenMode.ReadWrite }.ToString();
        _options = new DbContextOptionsBuilder<InsidersContext>().UseSqlite(_connectionString).Options;
    }

    public string Path { get; }

    /// <summary>Creates an empty file if there is none. Nothing else creates it, so that a missing data folder is not silently replaced by an empty one.</summary>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false }.ToString());
        await connection.OpenAsync(cancellationToken);
    }

    public async Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public InsidersContext Context() => new(_options);

    public void Release()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }
}
