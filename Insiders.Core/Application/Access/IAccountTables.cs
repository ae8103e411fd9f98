using Insiders.Core.Application.Disk;

namespace Insiders.Core.Application.Access;

/// <summary>The tables of accounts in the database of a data folder, whichever it is: a backup's as well as the one that is served.</summary>
public interface IAccountTables
{
    /// <summary>The tables as this program knows them.</summary>
    SchemaVersion Schema { get; }

    /// <summary>Brings the tables up to date. The database is there.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="cancellationToken">Cancels between migrations.</param>
    Task MigrateAsync(DataFolder folder, CancellationToken cancellationToken);

    /// <summary>Whether anybody is administrator.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    Task<bool> HasAdminAsync(DataFolder folder, CancellationToken cancellationToken);

    /// <summary>Who may act in the data folder.</summary>
    IAccounts AccountsOf(DataFolder folder);

    /// <summary>The ids of all accounts by what they sign in with, in any case.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    Task<IReadOnlyDictionary<string, string>> ListIdsAsync(DataFolder folder, CancellationToken cancellationToken);
}
