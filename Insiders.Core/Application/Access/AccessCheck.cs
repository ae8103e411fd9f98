using Insiders.Core.Problems;

namespace Insiders.Core.Application.Access;

/// <summary>Decides whether an actor may do something. Every use case asks it first, whether the call comes from a page, an endpoint or a command.</summary>
public sealed class AccessCheck(IAccounts accounts)
{
    /// <summary>Checks the actor's current role: it may have been revoked since the page was opened.</summary>
    /// <param name="actor">Who acts.</param>
    /// <param name="least">The lowest role that is allowed.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Null when the actor is allowed; otherwise the problem to return.</returns>
    public async Task<Problem?> RefuseAsync(Actor actor, Role least, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var may = actor.Role >= least && (actor.IsProgram || (actor.Id.Length > 0 && await accounts.MayActAsync(actor.Id, least, cancellationToken)));
        return may ? null : Problem.Of(ProblemCode.AccessDenied);
    }
}
