using Insiders.Core.Application.Access;
using Insiders.Core.Application.Disk;
using Microsoft.EntityFrameworkCore;

namespace Insiders.Web.Account;

/// <inheritdoc/>
public sealed class AccountTables : IAccountTables
{
    /// <inheritdoc/>
    public SchemaVersion Schema => PeopleContext.Schema;

    /// <inheritdoc/>
    public async Task MigrateAsync(DataFolder folder, CancellationToken cancellationToken)
    {
        await using var people = new PeopleContext(PeopleContext.OptionsFor(folder));
        await people.Database.MigrateAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> HasAdminAsync(DataFolder folder, CancellationToken cancellationToken) => new AccountQueries(folder).HasAdminAsync(cancellationToken);

    /// <inheritdoc/>
    public IAccounts AccountsOf(DataFolder folder) => new AccountQueries(folder);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, string>> ListIdsAsync(DataFolder folder, CancellationToken cancellationToken) => new AccountQueries(folder).ListIdsAsync(cancellationToken);
}
