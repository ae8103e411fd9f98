namespace Insiders.Core.Application.Access;

/// <summary>What use cases need to ask about accounts.</summary>
public interface IAccounts
{
    /// <summary>True when the account exists, may sign in and has at least the given role.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="least">The role.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    Task<bool> MayActAsync(string accountId, Role least, CancellationToken cancellationToken);
}
