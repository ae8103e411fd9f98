using Insiders.Core.Application.Access;
using Insiders.Core.Application.Disk;
using Microsoft.EntityFrameworkCore;

namespace Insiders.Web.Account;

/// <summary>What is asked about accounts on every request, outside ASP.NET Identity's scoped services.</summary>
public sealed class AccountQueries(DataFolder folder) : IAccounts
{
    private static readonly Func<PeopleContext, string, CancellationToken, Task<string?>> s_securityStamp = EF.CompileAsyncQuery(
        (PeopleContext context, string id, CancellationToken _) => context.Users.Where(person => person.Id == id).Select(person => person.SecurityStamp).SingleOrDefault());

    private readonly DbContextOptions<PeopleContext> _options = PeopleContext.OptionsFor(folder);

    /// <summary>Whether anybody is administrator.</summary>
    public async Task<bool> HasAdminAsync(CancellationToken cancellationToken)
    {
        await using var context = new PeopleContext(_options);
        return await context.Users.AnyAsync(person => person.Role == Roles.Admin, cancellationToken);
    }

    /// <summary>The security stamp of an account, which changes with its password, role or lock; null when the account does not exist.</summary>
    /// <param name="id">The account's id.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    public async Task<string?> FindSecurityStampAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = new PeopleContext(_options);
        return await s_securityStamp(context, id, cancellationToken);
    }

    /// <summary>The ids of all accounts by what they sign in with, in any case.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ListIdsAsync(CancellationToken cancellationToken)
    {
        await using var context = new PeopleContext(_options);
        var people = await context.Users.Select(person => new { person.Email, person.Id }).ToListAsync(cancellationToken);
        return people.ToDictionary(person => person.Email!, person => person.Id, StringComparer.OrdinalIgnoreCase);
    }

    /// <inheritdoc/>
    public async Task<bool> MayActAsync(string accountId, Role least, CancellationToken cancellationToken)
    {
        await using var context = new PeopleContext(_options);
        var role = await context.Users.Where(person => person.Id == accountId && person.LockoutEnd == null).Select(person => person.Role).SingleOrDefaultAsync(cancellationToken);
        return Enum.TryParse<Role>(role, out var has) && has >= least;
    }
}
