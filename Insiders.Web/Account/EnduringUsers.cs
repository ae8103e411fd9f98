using Insiders.Core.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Insiders.Web.Account;

/// <summary>The accounts, with a sign-in that works while the database takes nothing: what it would have counted is counted in memory.</summary>
public sealed class EnduringUsers(
    IUserStore<Person> store, IOptions<IdentityOptions> options, IPasswordHasher<Person> hasher, IEnumerable<IUserValidator<Person>> validators, IEnumerable<IPasswordValidator<Person>> passwords,
    ILookupNormalizer normalizer, IdentityErrorDescriber errors, IServiceProvider services, ILogger<UserManager<Person>> log, FailedTries tries)
    : UserManager<Person>(store, options, hasher, validators, passwords, normalizer, errors, services, log)
{
    /// <inheritdoc/>
    public override async Task<bool> IsLockedOutAsync(Person user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return tries.LockedUntil(user.Id, Options.Lockout.MaxFailedAccessAttempts) is not null || await base.IsLockedOutAsync(user);
    }

    /// <inheritdoc/>
    public override async Task<IdentityResult> AccessFailedAsync(Person user)
    {
        ArgumentNullException.ThrowIfNull(user);
        try
        {
            return await base.AccessFailedAsync(user);
        }
        catch (Exception refusal) when (StoreRefusal.Is(refusal))
        {
            tries.Add(user.Id, Options.Lockout.MaxFailedAccessAttempts, Options.Lockout.DefaultLockoutTimeSpan);
            user.LockoutEnd = tries.LockedUntil(user.Id, Options.Lockout.MaxFailedAccessAttempts) ?? user.LockoutEnd;
            return IdentityResult.Success;
        }
    }

    /// <inheritdoc/>
    public override async Task<IdentityResult> ResetAccessFailedCountAsync(Person user)
    {
        ArgumentNullException.ThrowIfNull(user);
        tries.Forget(user.Id);
        try
        {
            return await base.ResetAccessFailedCountAsync(user);
        }
        catch (Exception refusal) when (StoreRefusal.Is(refusal))
        {
            // They count again from where they stood.
            return IdentityResult.Success;
        }
    }
}
