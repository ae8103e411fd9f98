using System.Collections.Concurrent;
using System.Security.Claims;

namespace Insiders.Web.Account;

/// <summary>The sign-ins that have ended. Open pages are notified at once, and the cookie of an ended sign-in is refused.</summary>
/// <remarks>Checked on every request and therefore held in memory; <see cref="EndedSessions"/> stores them across restarts.</remarks>
public sealed class Sessions
{
    private readonly ConcurrentDictionary<string, bool> _ended = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Action, bool> _watchers = new();

    /// <summary>Creates an id for a new sign-in.</summary>
    public static Claim Begin() => new(PersonClaims.Session, Guid.NewGuid().ToString("N"));

    /// <summary>Ends one sign-in: all tabs of that browser.</summary>
    /// <param name="session">The value of its claim <see cref="PersonClaims.Session"/>.</param>
    public void End(string session)
    {
        _ended[session] = true;
        Announce();
    }

    /// <summary>Tells open pages to validate their identity again after a security stamp has changed.</summary>
    public void Announce()
    {
        foreach (var watcher in _watchers.Keys)
        {
            watcher();
        }
    }

    /// <summary>Whether a principal's sign-in has ended; also true for a principal without one.</summary>
    public bool HasEnded(ClaimsPrincipal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        return principal.FindFirstValue(PersonClaims.Session) is not { } session || _ended.ContainsKey(session);
    }

    /// <summary>Calls back on every announcement until the result is disposed.</summary>
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
