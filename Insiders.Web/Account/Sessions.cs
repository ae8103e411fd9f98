using System.Collections.Concurrent;
using System.Security.Claims;

namespace Insiders.Web.Account;

/// <summary>Which sign-ins have ended: open pages hear of it at once, and the cookie of an ended one is refused.</summary>
/// <remarks>Asked at every request, so kept in memory; <see cref="EndedSessions"/> keeps them over a restart.</remarks>
public sealed class Sessions
{
    private readonly ConcurrentDictionary<string, bool> _ended = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Action, bool> _watchers = new();

    /// <summary>A name for a new sign-in.</summary>
    public static Claim Begin() => new(PersonClaims.Session, Guid.NewGuid().ToString("N"));

    /// <summary>Ends one sign-in: all tabs of that browser.</summary>
    /// <param name="session">The value of its claim <see cref="PersonClaims.Session"/>.</param>
    public void End(string session)
    {
        _ended[session] = true;
        Announce();
    }

    /// <summary>Tells open pages to look again, after somebody's security stamp has changed.</summary>
    public void Announce()
    {
        foreach (var watcher in _watchers.Keys)
        {
            watcher();
        }
    }

    /// <summary>Whether a principal's sign-in has ended; one without a sign-in never began.</summary>
    public bool HasEnded(ClaimsPrincipal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        return principal.FindFirstValue(PersonClaims.Session) is not { } session || _ended.ContainsKey(session);
    }

    /// <summary>Calls back at every announcement, until disposed.</summary>
    public IDisposable Watch(Action look)
    {
        _watchers[look] = true;
        return new Watcher(() => _watchers.TryRemove(look, out _));
    }

    private sealed class Watcher(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
