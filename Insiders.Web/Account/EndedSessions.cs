using System.Globalization;
using System.Security.Claims;
using Insiders.Core.Application.Disk;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Insiders.Web.Account;

/// <summary>Stores ended sign-ins with the accounts, so that a cookie copied before its owner signed out is still refused after a restart.</summary>
/// <remarks>Each one is a row in the token table for as long as a cookie of that sign-in could be valid.</remarks>
public sealed class EndedSessions(Sessions sessions, DataFolder folder, IServiceScopeFactory scopes, TimeProvider time)
{
    private const string Provider = "ended-session";

    /// <summary>Ends the sign-in of a principal, first for open pages, then permanently in the database.</summary>
    public async Task EndAsync(ClaimsPrincipal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        if (principal.FindFirstValue(PersonClaims.Session) is not { } session)
        {
            return;
        }

        sessions.End(session);
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<PeopleContext>();
        var person = principal.FindFirstValue(ClaimTypes.NameIdentifier)!;
        var ended = context.Set<IdentityUserToken<string>>();
        if (await context.Users.AnyAsync(row => row.Id == person) && await ended.FindAsync(person, Provider, session) is null)
        {
            ended.Add(new IdentityUserToken<string> { UserId = person, LoginProvider = Provider, Name = session, Value = Moment(time.GetUtcNow()) });
            await context.SaveChangesAsync();
        }
    }

    /// <summary>Loads the sign-ins that ended before this start, and deletes those whose cookies have expired.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await using var context = new PeopleContext(PeopleContext.OptionsFor(folder));
        var ended = await context.UserTokens.Where(token => token.LoginProvider == Provider).ToListAsync(cancellationToken);
        var oldest = Moment(time.GetUtcNow() - Accounts.SessionLifetime);
        foreach (var session in ended)
        {
            if (string.CompareOrdinal(session.Value, oldest) < 0)
            {
                context.UserTokens.Remove(session);
            }
            else
            {
                sessions.End(session.Name);
            }
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    // Fixed length and UTC, so that texts sort like times.
    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
