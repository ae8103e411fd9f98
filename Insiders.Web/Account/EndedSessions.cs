using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Insiders.Web.Account;

/// <summary>Remembers ended sign-ins beside the accounts, so that a cookie copied before its owner signed out is refused after a restart, too.</summary>
/// <remarks>A row each in the table of tokens, for as long as a cookie of that sign-in could be good.</remarks>
public sealed class EndedSessions(Sessions sessions, IServiceScopeFactory scopes, TimeProvider time)
{
    private const string Provider = "ended-session";

    /// <summary>Ends the sign-in of a principal; at once for open pages, then for good.</summary>
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

    /// <summary>Learns what ended before this start, and forgets what no cookie can be good for any more.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<PeopleContext>();
        var oldest = Moment(time.GetUtcNow() - Accounts.SessionLifetime);
        foreach (var ended in await context.Set<IdentityUserToken<string>>().Where(row => row.LoginProvider == Provider).ToListAsync(cancellationToken))
        {
            if (string.CompareOrdinal(ended.Value, oldest) < 0)
            {
                context.Remove(ended);
            }
            else
            {
                sessions.End(ended.Name);
            }
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    // Of fixed length and in UTC: the order of texts is the order of times.
    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
