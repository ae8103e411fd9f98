using Insiders.Core.Application.Access;
using Insiders.Core.Application.Disk;
using Insiders.Core.Storage.Sqlite;

namespace Insiders.Core.Storage;

/// <summary>The application database of a data folder, with all its tables: those of runs and those of accounts.</summary>
/// <param name="folder">The data folder.</param>
/// <param name="runs">Store of the tables of runs, imports and settings.</param>
/// <param name="accounts">The tables of accounts.</param>
public sealed class ApplicationDatabase(DataFolder folder, RunStore runs, IAccountTables accounts) : IDatabase
{
    /// <inheritdoc/>
    public Task<SchemaState> FindStateAsync(CancellationToken cancellationToken)
        => SchemaCheck.FindStateAsync(folder.Database, [RunStore.Schema, accounts.Schema], cancellationToken);

    /// <inheritdoc/>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await runs.MigrateAsync(cancellationToken);
        await accounts.MigrateAsync(folder, cancellationToken);
        var ids = await accounts.ListIdsAsync(folder, cancellationToken);
        await new MovedSettings(folder.Database).MoveAsync(name => ids.GetValueOrDefault(name), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IAsyncDisposable> HoldOpenAsync(CancellationToken cancellationToken) => runs.HoldOpenAsync(cancellationToken);

    /// <inheritdoc/>
    public void ReleaseFile() => runs.ReleaseFile();

    /// <inheritdoc/>
    public Task AskAsync(CancellationToken cancellationToken) => runs.AskAsync(cancellationToken);
}
