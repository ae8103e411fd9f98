using Insiders.Core.Application;
using Insiders.Core.Application.Access;
using Insiders.Core.Problems;
using Insiders.Web.Account.Passwords;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Insiders.Web.Account;

/// <content>What an administrator does to an account, and how its owner uses a one-time link.</content>
public sealed partial class PeopleDirectory
{
    /// <inheritdoc/>
    public async Task<Result<string?>> ChangeAsync(Actor actor, PersonChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        try
        {
            switch (change)
            {
                case PersonChange.Invite invite:
                    return await InviteAsync(invite.Name, invite.Email, invite.Role, actor.Name, cancellationToken);
                case PersonChange.Reset reset:
                    return await ResetAsync(reset.Id, actor.Name, cancellationToken);
                case PersonChange.Promote promote:
                    await ChangeRoleAsync(promote.Id, promote.Role, actor.Name, cancellationToken);
                    break;
                case PersonChange.Lock away:
                    await LockAsync(away.Id, actor.Name, cancellationToken);
                    break;
                case PersonChange.Unlock back:
                    await UnlockAsync(back.Id, actor.Name, cancellationToken);
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(change), change, "There is no such change.");
            }

            return (string?)null;
        }
        catch (AccountException refusal)
        {
            return Problem.Of(ProblemCode.Other, refusal.Message);
        }
    }

    /// <summary>Creates an account without a password.</summary>
    /// <returns>The one-time link, as an address on this site, with which its owner sets one.</returns>
    public Task<string> InviteAsync(string name, string email, string role, string actor, CancellationToken cancellationToken) => GuardedAsync(async people =>
    {
        ThrowUnlessRole(role);
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new AccountException(Texts.AccountNameMissing);
        }

        var person = NewPerson(name, email, role, null);
        AccountException.ThrowUnless(await people.CreateAsync(person));
        await WriteAsync(actor, "person.invited", person, role, cancellationToken);
        return await LinkAsync(people, person);
    }, cancellationToken);

    /// <summary>Assigns another role; the last administrator cannot lose theirs. Open pages of the account require a new sign-in.</summary>
    public Task ChangeRoleAsync(string id, string role, string actor, CancellationToken cancellationToken) => ChangeAsync(id, async (people, person) =>
    {
        ThrowUnlessRole(role);
        if (role != Roles.Admin)
        {
            await ThrowIfLastAdminAsync(people, person, cancellationToken);
        }

        var before = person.Role;
        person.Role = role;
        AccountException.ThrowUnless(await people.UpdateSecurityStampAsync(person));
        await WriteAsync(actor, "person.role", person, $"{before} -> {role}", cancellationToken);
    }, cancellationToken);

    /// <summary>Locks an account with immediate effect; the last administrator cannot be locked.</summary>
    public Task LockAsync(string id, string actor, CancellationToken cancellationToken) => ChangeAsync(id, async (people, person) =>
    {
        await ThrowIfLastAdminAsync(people, person, cancellationToken);
        AccountException.ThrowUnless(await people.SetLockoutEndDateAsync(person, DateTimeOffset.MaxValue));
        AccountException.ThrowUnless(await people.UpdateSecurityStampAsync(person));
        await WriteAsync(actor, "person.locked", person, null, cancellationToken);
    }, cancellationToken);

    /// <summary>Unlocks an account.</summary>
    public Task UnlockAsync(string id, string actor, CancellationToken cancellationToken) => ChangeAsync(id, async (people, person) =>
    {
        AccountException.ThrowUnless(await people.SetLockoutEndDateAsync(person, null));
        tries.Forgive(SignInService.AccountOf(person.Email));
        await WriteAsync(actor, "person.unlocked", person, null, cancellationToken);
    }, cancellationToken);

    /// <summary>Signs an account out everywhere and creates a link to set a new password; earlier links become invalid.</summary>
    /// <returns>The one-time link, as an address on this site.</returns>
    public async Task<string> ResetAsync(string id, string actor, CancellationToken cancellationToken)
    {
        var link = "";
        await ChangeAsync(id, async (people, person) =>
        {
            AccountException.ThrowUnless(await people.UpdateSecurityStampAsync(person));
            await WriteAsync(actor, "person.reset", person, null, cancellationToken);
            link = await LinkAsync(people, person);
        }, cancellationToken);
        return link;
    }

    /// <summary>Sets a password with a one-time link. Setting it changes the security stamp the link was made with, so the link works only once.</summary>
    public Task AcceptAsync(string id, string token, string password, CancellationToken cancellationToken) => ChangeAsync(id, async (people, person) =>
    {
        AccountException.ThrowUnless(await people.ResetPasswordAsync(person, token, password));
        if (person.LockoutEnd != DateTimeOffset.MaxValue)
        {
            AccountException.ThrowUnless(await people.SetLockoutEndDateAsync(person, null));
        }

        tries.Forgive(SignInService.AccountOf(person.Email));

        await WriteAsync(person.Email!, "person.password", person, null, cancellationToken);
    }, cancellationToken);

    /// <summary>The account of a one-time link; null when the link is used, expired or forged.</summary>
    public async Task<PersonRow?> FindInvitedAsync(string? id, string? token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var people = People(scope);
        return id is not null && token is not null && await people.FindByIdAsync(id) is { } person
            && await people.VerifyUserTokenAsync(person, people.Options.Tokens.PasswordResetTokenProvider, UserManager<Person>.ResetPasswordTokenPurpose, token)
            ? RowOf(person) : null;
    }

    /// <summary>Changes a password at its owner's request; the owner stays signed in only if the caller signs them in again.</summary>
    public Task ChangePasswordAsync(string id, string current, string wanted, CancellationToken cancellationToken) => ChangeAsync(id, async (people, person) =>
    {
        AccountException.ThrowUnless(await people.ChangePasswordAsync(person, current, wanted));
        await WriteAsync(person.Email!, "person.password", person, null, cancellationToken);
    }, cancellationToken);

    /// <summary>Records a sign-in.</summary>
    public async Task NoteSignInAsync(Person person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        var now = time.GetUtcNow();
        await SavePreferenceAsync(person.Id, rows => rows.ExecuteUpdateAsync(row => row.SetProperty(one => one.LastSignInAt, now), cancellationToken));
        await WriteAsync(person.Email!, "person.signed-in", person, null, cancellationToken);
    }

    /// <summary>Records that a source of wrong passwords has to wait.</summary>
    public Task NotePauseAsync(Person person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        return WriteAsync("Insiders", "person.paused", person, null, cancellationToken);
    }

    private static void ThrowUnlessRole(string role)
    {
        if (!Roles.All.Contains(role))
        {
            throw new AccountException($"Unknown role '{role}'.");
        }
    }

    private static async Task ThrowIfLastAdminAsync(UserManager<Person> people, Person person, CancellationToken cancellationToken)
    {
        // Only an administrator who can sign in counts as another administrator.
        if (person.Role == Roles.Admin && !await people.Users.AnyAsync(
            other => other.Role == Roles.Admin && other.Id != person.Id && other.PasswordHash != null && other.LockoutEnd != DateTimeOffset.MaxValue, cancellationToken))
        {
            throw new AccountException(Texts.PeopleLastAdmin);
        }
    }

    private static async Task<string> LinkAsync(UserManager<Person> people, Person person)
    {
        var token = await people.GeneratePasswordResetTokenAsync(person);
        return $"{AccountAddresses.Accept}?person={person.Id}&token={Uri.EscapeDataString(token)}";
    }

    private async Task ChangeAsync(string id, Func<UserManager<Person>, Person, Task> change, CancellationToken cancellationToken)
    {
        await GuardedAsync(async people =>
        {
            await change(people, await people.FindByIdAsync(id) ?? throw new AccountException(Texts.AccountLinkInvalid));
            return true;
        }, cancellationToken);
        sessions.Announce();
    }
}
