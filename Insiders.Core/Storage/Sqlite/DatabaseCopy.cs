using Insiders.Core.Application.Disk;
using Insiders.Core.Storage.Backups;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Insiders.Core.Storage.Sqlite;

/// <summary>Copies of the application database, made while it is in use and checked before they replace it.</summary>
/// <param name="databasePath">Full path of the database.</param>
public sealed class DatabaseCopy(string databasePath) : IDatabaseCopy
{
    private readonly DatabaseFile _file = new(databasePath);

    /// <inheritdoc/>
    public async Task WriteAsync(string target, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var part = target + DataFolder.Unfinished;
        File.Delete(part);
        try
        {
            await using (var from = await _file.OpenAsync(cancellationToken))
            await using (var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = part, Pooling = false }.ToString()))
            {
                await to.OpenAsync(cancellationToken);
                from.BackupDatabase(to);

                // Makes the copy a single file without a log beside it.
                await ReadAsync(to, "PRAGMA journal_mode = DELETE", cancellationToken);
            }

            File.Move(part, target);
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <inheritdoc/>
    public async Task<string> WriteBeforeMigrationAsync(string folder, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var target = BackupName.In(folder, "before-migration", now, ".db");
        await WriteAsync(target, cancellationToken);
        return target;
    }

    /// <inheritdoc/>
    public async Task ReplaceAsync(string source, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_file.Path)!);
        await _file.CreateAsync(cancellationToken);
        await using var from = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = source, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        await from.OpenAsync(cancellationToken);
        await using var to = await _file.OpenAsync(cancellationToken);
        await ReadAsync(to, "PRAGMA journal_mode = WAL", cancellationToken);
        from.BackupDatabase(to);
    }

    /// <inheritdoc/>
    public async Task CheckAsync(string source, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = source, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
            await connection.OpenAsync(cancellationToken);
            if (await ReadAsync(connection, "PRAGMA integrity_check", cancellationToken) is not ["ok"] || await ReadAsync(connection, "SELECT 'broken' FROM pragma_foreign_key_check", cancellationToken) is not [])
            {
                throw new InvalidDataException("The file is damaged.");
            }

            await using var context = _file.Context();
            var known = context.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
            var applied = await ReadAsync(connection, "SELECT MigrationId FROM __EFMigrationsHistory", cancellationToken);
            if (!applied.Any(known.Contains) || await ReadAsync(connection, "SELECT name FROM sqlite_master WHERE name = 'runs'", cancellationToken) is [])
            {
                throw new InvalidDataException("The file is not an Insiders database.");
            }

            if (string.CompareOrdinal(applied.Max(StringComparer.Ordinal), known.Max(StringComparer.Ordinal)) > 0 && !known.Contains(applied.Max(StringComparer.Ordinal)!))
            {
                throw new InvalidDataException("The file was written by a later version of Insiders.");
            }
        }
        catch (SqliteException damage)
        {
            throw new InvalidDataException("The file is not an Insiders database.", damage);
        }
    }

    private static async Task<List<string>> ReadAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        var texts = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }
}
