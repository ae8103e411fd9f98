using Insiders.Core.Application.Disk;
using Insiders.Core.Application.Runs;
using Insiders.Core.Learning;
using Insiders.Core.Pipeline;
using Insiders.Core.Storage.Schema;
using Insiders.Core.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Insiders.Core.Storage;

/// <summary>The application database: imports, runs and their results, in one SQLite file.</summary>
/// <param name="databasePath">Full path of the file; <see cref="MigrateAsync"/> creates it if it does not exist.</param>
/// <remarks>
/// <para>Every method opens its own connection and closes it, so one store serves any number of callers at once.
/// The file is in WAL mode: readers see the last committed state and never wait for a writer; writers wait for each other up
/// to 30 seconds. Every method writes atomically.</para>
/// <para>No method reads a clock: times are arguments and are returned in UTC.</para>
/// </remarks>
public sealed partial class RunStore(string databasePath) : IRunStore
{
    private readonly DatabaseFile _file = new(databasePath);

    /// <summary>The methods that recipes may name; only needed to read a whole recipe, which no start-up does (decision 0015).</summary>
    public Lazy<MethodCatalog> Methods { get; init; } = new(() => MethodCatalog.All);

    /// <summary>The tables as this program knows them.</summary>
    public static SchemaVersion Schema { get; } = new("__EFMigrationsHistory", InsidersContext.NewestMigration);

    /// <summary>Migrates its tables to the current schema, creating the file and its folder if necessary.</summary>
    /// <param name="cancellationToken">Cancels between migrations.</param>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(databasePath)!);
        await _file.CreateAsync(cancellationToken);
        await using (var connection = await OpenAsync(cancellationToken))
        {
            await RunAsync(connection, "PRAGMA journal_mode = WAL", cancellationToken);

            // EF Core's migration lock is a row that a killed process leaves behind; the next start would wait for it for ever.
            if (await ReadLongAsync(connection, "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'", cancellationToken) > 0)
            {
                await RunAsync(connection, "DELETE FROM __EFMigrationsLock", cancellationToken);
            }

            // Done before the migrations, so that a start that is killed in between does it again.
            await RefreshFingerprintsAsync(connection, cancellationToken);
        }

        await using var context = Context();
        await context.Database.MigrateAsync(cancellationToken);
    }

    /// <summary>Recomputes the fingerprints of recipes stored in an earlier format, so that equal recipes have equal fingerprints.</summary>
    private async Task RefreshFingerprintsAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        if (await ReadLongAsync(connection, "SELECT COUNT(*) FROM sqlite_master WHERE name = 'runs'", cancellationToken) == 0)
        {
            return;
        }

        var earlier = await StoredRow.ReadAsync(
            connection, "SELECT id, recipe_json FROM runs WHERE json_valid(recipe_json) AND json_extract(recipe_json, '$.version') IS NULL", row => (Id: row.Whole("id"), Recipe: row.Text("recipe_json")), cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (var run in earlier)
        {
            if (Fingerprint(run.Recipe) is not { } fingerprint)
            {
                continue;
            }

            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE runs SET recipe_fingerprint = $fingerprint WHERE id = $id";
            command.Parameters.AddWithValue("$fingerprint", fingerprint);
            command.Parameters.AddWithValue("$id", run.Id);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The fingerprint of a recipe; null for one that can no longer be read, which must not prevent a start.</summary>
    private string? Fingerprint(string recipe)
    {
        try
        {
            return RecipeJson.Fingerprint(RecipeJson.Read(recipe, Methods.Value));
        }
        catch (RecipeException)
        {
            return null;
        }
    }

    /// <inheritdoc cref="IDatabase.HoldOpenAsync"/>
    public async Task<IAsyncDisposable> HoldOpenAsync(CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(cancellationToken);
        await ReadLongAsync(connection, "SELECT COUNT(*) FROM sqlite_master", cancellationToken);
        return connection;
    }

    /// <inheritdoc cref="IDatabase.ReleaseFile"/>
    public void ReleaseFile() => _file.Release();

    private static async Task RunAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <inheritdoc cref="IDatabase.AskAsync"/>
    public async Task AskAsync(CancellationToken cancellationToken)
    {
        await using var context = Context();
        await context.Runs.AnyAsync(cancellationToken);
    }

    private static async Task<long> ReadLongAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken) => _file.OpenAsync(cancellationToken);

    private InsidersContext Context() => _file.Context();

    private static InsidersContext Context(SqliteConnection connection)
        => new(new DbContextOptionsBuilder<InsidersContext>().UseSqlite(connection).Options);

    private static async Task<RunEntity> FindAsync(InsidersContext context, long runId, CancellationToken cancellationToken)
        => await context.Runs.AsNoTracking().SingleOrDefaultAsync(run => run.Id == runId, cancellationToken) ?? throw new RunChangedException($"There is no run {runId}.");
}
