using Insiders.Core.Application.Disk;

namespace Insiders.Core.Application.Access;

/// <summary>The account tables in the database of any data folder: the one being served, or one unpacked from a backup.</summary>
public interface IAccountTables
{
    /// <summary>The newest schema version of these tables in this program.</summary>
    SchemaVersion Schema { get; }

    /// <summary>Migrates the tables to the newest version. The database must exist.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="cancellationToken">Cancels between migrations.</param>
    Task MigrateAsync(DataFolder folder, CancellationToken cancellationToken);

    /// <summary>Whether at least one administrator account exists.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    Task<bool> HasAdminAsync(DataFolder folder, CancellationToken cancellationToken);

    /// <summary>The accounts of the data folder.</summary>
    IAccounts AccountsOf(DataFolder folder);

    /// <summary>The ids of all accounts by the name they sign in with; keys ignore case.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    Task<IReadOnlyDictionary<string, string>> ListIdsAsync(DataFolder folder, CancellationToken cancellationToken);
}
