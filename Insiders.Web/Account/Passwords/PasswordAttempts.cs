namespace Insiders.Web.Account.Passwords;

/// <summary>Slows whoever guesses at a password: after a few wrong ones, a place has to wait before its next try at that account, each time twice as long.</summary>
/// <remarks>
/// A place is an address of the network, or a browser that its owner has used. Waiting is for that place and that account alone, so nobody
/// can lock others out. An account that many places try leaves a new place one try instead of <see cref="Free"/>. What is not an account
/// is counted as one that is: the answers are the same. Kept in memory, bounded; a restart forgets it. Safe for any number of threads.
/// </remarks>
public sealed class PasswordAttempts(TimeProvider time)
{
    /// <summary>The place of a browser that the account's owner has signed in with.</summary>
    public const string OwnBrowser = "own browser";

    /// <summary>Tries that cost nothing.</summary>
    public const int Free = 5;

    /// <summary>Wrong tries at an account in a day, from anywhere, beyond which a new place has a single free try.</summary>
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
    private readonly Dictionary<string, FailedAttempts> _told = [];

    /// <summary>Begins a try; it counts as a wrong one until <see cref="Succeed"/> says otherwise, so that many at once are no way around.</summary>
    /// <returns>Null, or how long this place has to wait; the password is then not to be looked at.</returns>
    public TimeSpan? Begin(string account, string place)
    {
        account = Short(account);
        lock (_gate)
        {
            var now = time.GetUtcNow();
            Forget(now);
            var known = _accounts.GetValueOrDefault(account) ?? new(0, now, []);
            var tries = _places.GetValueOrDefault((account, place));
            if (tries.Until > now)
            {
                return tries.Until - now;
            }

            // The last free try is looked at, and the wait begins with it.
            var free = known.Count >= Attack && place != OwnBrowser ? 1 : Free;
            var count = tries.Count + 1;
            var wait = count < free ? TimeSpan.Zero : TimeSpan.FromTicks((long)Math.Min(s_first.Ticks * Math.Pow(2, count - free), s_longest.Ticks));
            _places[(account, place)] = new(count, now, now + wait);
            if (known.Places.Count < MostPlaces)
            {
                known.Places.Add(place);
            }

            _accounts[account] = known with { Count = known.Count + 1, LastAt = now };
            return null;
        }
    }

    /// <summary>How long this place has to wait before its next try; null when it need not.</summary>
    public TimeSpan? FindWait(string account, string place)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            return _places.GetValueOrDefault((Short(account), place)).Until is var until && until > now ? until - now : null;
        }
    }

    /// <summary>Whether somebody somewhere has to wait before the next try at an account.</summary>
    public bool IsTried(string account)
    {
        account = Short(account);
        lock (_gate)
        {
            return _accounts.TryGetValue(account, out var known) && known.Places.Any(place => _places.GetValueOrDefault((account, place)).Until > time.GetUtcNow());
        }
    }

    /// <summary>The password was right: this place may try again at once.</summary>
    /// <returns>Wrong tries since the last right one, if they are so many that the owner should know; null otherwise.</returns>
    public FailedAttempts? Succeed(string account, string place)
    {
        account = Short(account);
        lock (_gate)
        {
            _places.Remove((account, place));
            _told.Remove(account);
            if (!_accounts.Remove(account, out var known) || known.Count - 1 < Free)
            {
                return null;
            }

            return _told[account] = new(known.Count - 1, Math.Max(1, known.Places.Count), known.LastAt);
        }
    }

    /// <summary>What <see cref="Succeed"/> told the last time.</summary>
    public FailedAttempts? FindTold(string account)
    {
        lock (_gate)
        {
            return _told.GetValueOrDefault(Short(account));
        }
    }

    /// <summary>Lets everybody try again at once, as after an administrator or a new password has settled it.</summary>
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

    // Looked at only when there is much to forget: strangers make up accounts without end.
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
            // Full of fresh ones all the same: the older half goes.
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
