using Insiders.Core.Problems;

namespace Insiders.Core.Application.Access;

/// <summary>Whether somebody may do something: every use case asks first, wherever the call came from.</summary>
public sealed class AccessCheck(IAccounts accounts)
{
    /// <summary>Asks the accounts anew: a role may have been taken away since the page was opened.</summary>
    /// <param name="actor">Who acts.</param>
    /// <param name="least">The role that is needed.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Null for somebody who may; otherwise the problem to answer with.</returns>
    public async Task<Problem?> RefuseAsync(Actor actor, Role least, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var may = actor.Role >= least && (actor.IsProgram || (actor.Id.Length > 0 && await accounts.MayActAsync(actor.Id, least, cancellationToken)));
        return may ? null : Problem.Of(ProblemCode.AccessDenied);
    }
}
