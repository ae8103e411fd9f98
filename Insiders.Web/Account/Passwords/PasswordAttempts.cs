namespace Insiders.Web.Account.Passwords;

/// <summary>Slows down password guessing: after a few wrong passwords, a source has to wait before its next attempt on that account, twice as long each time.</summary>
/// <remarks>
/// A source (<c>place</c>) is a network address, or a browser the owner has used before. The wait applies only to that source and that account, so nobody
/// can lock others out. On an account under attack, a new source has one free attempt instead of <see cref="Free"/>. A name without an account
/// is counted like one with an account, so that the answers are the same. The counts are held in memory, bounded, and lost on restart. Thread-safe.
/// </remarks>
public sealed class PasswordAttempts(TimeProvider time)
{
    /// <summary>The source for a browser that the account's owner has signed in with.</summary>
    public const string OwnBrowser = "own browser";

    /// <summary>Attempts before the first wait.</summary>
    public const int Free = 5;

    /// <summary>Number of wrong attempts on an account, from any source, from which a new source has a single free attempt.</summary>
    public const int Attack = 50;

    private const int MostKept = 100_000;
    private const int MostPlaces = 1_000;
    private const int LongestAccount = 256;

    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(1);
    private static readonly TimeSpan s_memory = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Account, string Place), Tries> _places = [];
    private readonly Dictionary<string, Attempted> _accounts = [];
    private readonly Dictionary<string, FailedAttempts> _reported = [];

    /// <summary>Begins an attempt. It counts as wrong until <see cref="Succeed"/> is called, so that parallel attempts cannot bypass the limit.</summary>
    /// <returns>Null, or how long this source has to wait; in that case the password must not be checked.</returns>
    public TimeSpan? Begin(string account, string place)
    {
        account = Short(account);
        lock (_gate)
        {
            var now = time.GetUtcNow();
            Forget(now);
            var attempted = _accounts.GetValueOrDefault(account) ?? new(0, now, []);
            var tries = _places.GetValueOrDefault((account, place));
            if (tries.Until > now)
            {
                return tries.Until - now;
            }

            // The last free attempt is still checked, and the wait begins with it.
            var free = attempted.Count >= Attack && place != OwnBrowser ? 1 : Free;
            var count = tries.Count + 1;
            var wait = count < free ? TimeSpan.Zero : TimeSpan.FromTicks((long)Math.Min(s_first.Ticks * Math.Pow(2, count - free), s_longest.Ticks));
            _places[(account, place)] = new(count, now, now + wait);
            if (attempted.Places.Count < MostPlaces)
            {
                attempted.Places.Add(place);
            }

            _accounts[account] = attempted with { Count = attempted.Count + 1, LastAt = now };
            return null;
        }
    }

    /// <summary>How long this source has to wait before its next attempt; null when it does not have to.</summary>
    public TimeSpan? FindWait(string account, string place)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            return _places.GetValueOrDefault((Short(account), place)).Until is var until && until > now ? until - now : null;
        }
    }

    /// <summary>Whether any source has to wait before its next attempt on an account.</summary>
    public bool IsTried(string account)
    {
        account = Short(account);
        lock (_gate)
        {
            return _accounts.TryGetValue(account, out var attempted) && attempted.Places.Any(place => _places.GetValueOrDefault((account, place)).Until > time.GetUtcNow());
        }
    }

    /// <summary>Records that the password was right; this source no longer has to wait.</summary>
    /// <returns>The wrong attempts since the last right one, if there are so many that the owner should be told; otherwise null.</returns>
    public FailedAttempts? Succeed(string account, string place)
    {
        account = Short(account);
        lock (_gate)
        {
            _places.Remove((account, place));
            _reported.Remove(account);
            if (!_accounts.Remove(account, out var attempted) || attempted.Count - 1 < Free)
            {
                return null;
            }

            return _reported[account] = new(attempted.Count - 1, Math.Max(1, attempted.Places.Count), attempted.LastAt);
        }
    }

    /// <summary>What <see cref="Succeed"/> last returned for the account.</summary>
    public FailedAttempts? FindTold(string account)
    {
        lock (_gate)
        {
            return _reported.GetValueOrDefault(Short(account));
        }
    }

    /// <summary>Ends all waits for an account, after an administrator unlocked it or a new password was set.</summary>
    public void Forgive(string account)
    {
        account = Short(account);
        lock (_gate)
        {
            foreach (var key in _places.Keys.Where(key => key.Account == account).ToArray())
            {
                _places.Remove(key);
            }

            _accounts.Remove(account);
        }
    }

    private static string Short(string account) => account.Length <= LongestAccount ? account : account[..LongestAccount];

    // Runs only when the tables are full, because attackers can try any number of invented accounts.
    private void Forget(DateTimeOffset now)
    {
        if (_places.Count + _accounts.Count < MostKept)
        {
            return;
        }

        foreach (var key in _places.Where(pair => pair.Value.LastAt < now - s_memory).Select(pair => pair.Key).ToArray())
        {
            _places.Remove(key);
        }

        foreach (var key in _accounts.Where(pair => pair.Value.LastAt < now - s_memory).Select(pair => pair.Key).ToArray())
        {
            _accounts.Remove(key);
        }

        if (_places.Count + _accounts.Count >= MostKept)
        {
            // Still full of recent entries: remove the older half.
            foreach (var key in _places.OrderBy(pair => pair.Value.LastAt).Take(_places.Count / 2).Select(pair => pair.Key).ToArray())
            {
                _places.Remove(key);
            }

            foreach (var key in _accounts.OrderBy(pair => pair.Value.LastAt).Take(_accounts.Count / 2).Select(pair => pair.Key).ToArray())
            {
                _accounts.Remove(key);
            }
        }
    }

    private readonly record struct Tries(int Count, DateTimeOffset LastAt, DateTimeOffset Until);

    private sealed record Attempted(int Count, DateTimeOffset LastAt, HashSet<string> Places);
}
