using System.Collections.Concurrent;

namespace Insiders.Web.Account;

/// <summary>Wrong passwords that could not be written down, the disk being full: counted in memory by the same rule, so that nobody guesses without end meanwhile.</summary>
public sealed class FailedTries(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Tries> _tries = new(StringComparer.Ordinal);

    /// <summary>Counts one.</summary>
    /// <param name="id">The account's.</param>
    /// <param name="most">As many lock it.</param>
    /// <param name="pause">For so long.</param>
    public void Add(string id, int most, TimeSpan pause)
    {
        var now = time.GetUtcNow();
        _tries.AddOrUpdate(id, _ => Next(0), (_, before) => Next(before.LockedUntil <= now ? 0 : before.Count));

        Tries Next(int count) => count + 1 >= most ? new(count + 1, now + pause) : new(count + 1, DateTimeOffset.MaxValue);
    }

    /// <summary>When an account that wrong passwords locked may be tried again; null when it may be now.</summary>
    public DateTimeOffset? LockedUntil(string id, int most)
        => _tries.TryGetValue(id, out var tries) && tries.Count >= most && tries.LockedUntil > time.GetUtcNow() ? tries.LockedUntil : null;

    /// <summary>Forgets those of an account: the right password came.</summary>
    public void Forget(string id) => _tries.TryRemove(id, out _);

    // Not locked yet: until the end of time, for the count goes on as long as nothing else is known.
    private sealed record Tries(int Count, DateTimeOffset LockedUntil);
}
