using System.Collections.Immutable;
using Insiders.Core.Application.Access;
using Insiders.Core.Application.Audit;
using Insiders.Core.Application.Settings;
using Insiders.Web.Account.Passwords;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Insiders.Web.Account;

/// <summary>The accounts and what administrators do with them. Every change is written to the audit log.</summary>
/// <remarks>Each method uses its own database context, so open pages may call them concurrently. A refused change throws an <see cref="AccountException"/>.</remarks>
public sealed partial class PeopleDirectory(IServiceScopeFactory scopes, IAuditLog audit, Sessions sessions, PasswordAttempts tries, TimeProvider time) : IPeople, IDisposable
{
    // The check for another administrator and the change that follows must not interleave with a second such pair.
    private readonly SemaphoreSlim _gate = new(1);

    /// <summary>All accounts, by name.</summary>
    public async Task<ImmutableArray<PersonRow>> ListAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var people = await People(scope).Users.AsNoTracking().OrderBy(person => person.DisplayName).ThenBy(person => person.Email).ToListAsync(cancellationToken);
        return [.. people.Select(RowOf)];
    }

    /// <summary>One account, or null.</summary>
    public async Task<PersonRow?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await People(scope).Users.AsNoTracking().SingleOrDefaultAsync(person => person.Id == id, cancellationToken) is { } person ? RowOf(person) : null;
    }

    /// <summary>Creates the first administrator; there must be none yet.</summary>
    /// <returns>The account's id.</returns>
    public Task<string> AddFirstAdminAsync(string name, string email, string password, string? language, CancellationToken cancellationToken) => GuardedAsync(async people =>
    {
        if (await people.Users.AnyAsync(person => person.Role == Roles.Admin, cancellationToken))
        {
            throw new AccountException(Texts.AccountAdminExists);
        }

        var person = NewPerson(name, email, Roles.Admin, language);
        AccountException.ThrowUnless(await people.CreateAsync(person, password));
        await WriteAsync(person.Email!, "person.set-up", person, null, cancellationToken);
        return person.Id;
    }, cancellationToken);

    /// <summary>Stores the language a person chose.</summary>
    public Task SaveLanguageAsync(string id, string language, CancellationToken cancellationToken)
        => SavePreferenceAsync(id, rows => rows.ExecuteUpdateAsync(row => row.SetProperty(person => person.Language, language), cancellationToken));

    /// <summary>Stores the theme a person chose.</summary>
    public Task SaveThemeAsync(string id, ThemeChoice theme, CancellationToken cancellationToken)
        => SavePreferenceAsync(id, rows => rows.ExecuteUpdateAsync(row => row.SetProperty(person => person.Theme, theme), cancellationToken));

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private static UserManager<Person> People(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<UserManager<Person>>();

    private Person NewPerson(string name, string email, string role, string? language) => new()
    {
        DisplayName = name.Trim(),
        Email = email.Trim(),
        UserName = email.Trim(),
        Role = role,
        Language = language,
        CreatedAt = time.GetUtcNow(),
    };

    private PersonRow RowOf(Person person)
    {
        var state = person switch
        {
            { LockoutEnd: { } end } when end == DateTimeOffset.MaxValue => PersonState.Locked,
            _ when tries.IsTried(SignInService.AccountOf(person.Email)) => PersonState.Paused,
            { PasswordHash: null } => PersonState.Invited,
            _ => PersonState.Active,
        };
        return new(person.Id, person.DisplayName, person.Email!, person.Role, state, person.LastSignInAt, person.Theme);
    }

    private async Task<T> GuardedAsync<T>(Func<UserManager<Person>, Task<T>> change, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await change(People(scope));
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task SavePreferenceAsync(string id, Func<IQueryable<Person>, Task<int>> save)
    {
        await using var scope = scopes.CreateAsyncScope();
        await save(People(scope).Users.Where(person => person.Id == id));
    }

    private Task WriteAsync(string actor, string action, Person subject, string? detail, CancellationToken cancellationToken)
        => audit.AddAsync(new AuditEntry(0, time.GetUtcNow(), actor, action, subject.Email!, detail), cancellationToken);
}
