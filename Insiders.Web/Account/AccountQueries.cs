using Insiders.Core.Application.Access;
using Insiders.Core.Application.Disk;

namespace Insiders.Web.Account;

/// <summary>The account queries that every request needs, as plain SQL, because the first query through EF Core costs half a second at start (decision 0015).</summary>
public sealed class AccountQueries(DataFolder folder) : IAccounts
{
    /// <summary>Whether anybody is administrator.</summary>
    public async Task<bool> HasAdminAsync(CancellationToken cancellationToken)
        => await AskAsync("SELECT EXISTS (SELECT 1 FROM people WHERE Role = $value)", Roles.Admin, cancellationToken) is 1L;

    /// <summary>The security stamp of an account, which changes with its password, role or lock; null when the account does not exist.</summary>
    /// <param name="id">The account's id.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    public async Task<string?> FindSecurityStampAsync(string id, CancellationToken cancellationToken)
        => await AskAsync("SELECT SecurityStamp FROM people WHERE Id = $value", id, cancellationToken) as string;

    /// <summary>The ids of all accounts by what they sign in with, in any case.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ListIdsAsync(CancellationToken cancellationToken)
    {
        await using var connection = await PeopleContext.OpenAsync(folder, cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT Email, Id FROM people";
        var ids = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
        {
            ids[row.GetString(0)] = row.GetString(1);
        }

        return ids;
    }

    /// <inheritdoc/>
    public async Task<bool> MayActAsync(string accountId, Role least, CancellationToken cancellationToken)
        => await AskAsync("SELECT Role FROM people WHERE Id = $value AND LockoutEnd IS NULL", accountId, cancellationToken) is string role
            && Enum.TryParse<Role>(role, out var has) && has >= least;

    private async Task<object?> AskAsync(string sql, string value, CancellationToken cancellationToken)
    {
        await using var connection = await PeopleContext.OpenAsync(folder, cancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Parameters.AddWithValue("$value", value);
        return await command.ExecuteScalarAsync(cancellationToken);
    }
}
