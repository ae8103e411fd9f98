namespace Insiders.Core.Application.Access;

/// <summary>The accounts, as far as use cases ask for them.</summary>
public interface IAccounts
{
    /// <summary>True when an account exists, may sign in, and has at least a role.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="least">The role.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    Task<bool> MayActAsync(string accountId, Role least, CancellationToken cancellationToken);
}
