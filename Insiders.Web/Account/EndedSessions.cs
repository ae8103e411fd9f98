using System.Globalization;
using System.Security.Claims;
using Insiders.Core.Application.Disk;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Insiders.Web.Account;

/// <summary>Remembers ended sign-ins beside the accounts, so that a cookie copied before its owner signed out is refused after a restart, too.</summary>
/// <remarks>A row each in the table of tokens, for as long as a cookie of that sign-in could be good.</remarks>
public sealed class EndedSessions(Sessions sessions, DataFolder folder, IServiceScopeFactory scopes, TimeProvider time)
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
    /// <remarks>Statements of its own: the site listens only after it, and would wait for EF Core to build its model.</remarks>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await PeopleContext.OpenAsync(folder, cancellationToken);
        await using var command = connection.CreateCommand();
        command.Parameters.AddWithValue("$provider", Provider);
        command.Parameters.AddWithValue("$oldest", Moment(time.GetUtcNow() - Accounts.SessionLifetime));
        command.CommandText = "DELETE FROM people_tokens WHERE LoginProvider = $provider AND Value < $oldest";
        await command.ExecuteNonQueryAsync(cancellationToken);
        command.CommandText = "SELECT Name FROM people_tokens WHERE LoginProvider = $provider";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            sessions.End(reader.GetString(0));
        }
    }

    // Of fixed length and in UTC: the order of texts is the order of times.
    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
