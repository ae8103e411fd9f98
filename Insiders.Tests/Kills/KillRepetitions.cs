using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Insiders.Tests.Fixtures.Browsing;

namespace Insiders.Tests.Kills;

/// <summary>The number of repetitions of every kind, the moments of the kills, and the number survived.</summary>
public sealed class KillRepetitions : IDisposable
{
    /// <summary>Environment variable with the number of repetitions of each kind; 1 by default.</summary>
    public const string Variable = "INSIDERS_KILLS";

    /// <summary>Environment variable with the seed from which the moments are drawn.</summary>
    public const string SeedVariable = "INSIDERS_KILLS_SEED";

    // A little longer than the work, because its last steps come after an observer could know that it is done.
    private const double Reach = 1.1;

    private readonly ConcurrentDictionary<string, (int Held, int Of)> _tally = new();
    private readonly Dictionary<(string, int), TimeSpan> _durations = [];
    private KillTemplate? _template;

    /// <summary>Repetitions of each kind.</summary>
    public static int Count { get; } = Read(Variable, 1);

    private static int Seed { get; } = Read(SeedVariable, 1);

    /// <summary>Test cases of the kinds that are started by a click on a page, or of the others.</summary>
    public static TheoryData<string, int> Cases(bool onPage)
    {
        var cases = new TheoryData<string, int>();
        foreach (var kind in KillCatalog.All.Where(kind => kind.OnPage == onPage))
        {
            for (var repetition = 0; repetition < Count; repetition++)
            {
                cases.Add(kind.Name, repetition);
            }
        }

        return cases;
    }

    /// <summary>A data folder for a repetition.</summary>
    public async Task<KilledSite> OpenAsync(BrowserFixture browser) => KilledSite.Of(_template ??= await KillTemplate.MakeAsync(), browser);

    /// <summary>Duration of the work without a kill; measured once if there are several repetitions.</summary>
    public async Task<TimeSpan> DurationAsync(KillKind kind, int way, Func<Task<TimeSpan>> measure)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(measure);
        if (Count == 1)
        {
            return kind.Usual;
        }

        return _durations.TryGetValue((kind.Name, way), out var known) ? known : _durations[(kind.Name, way)] = await measure();
    }

    /// <summary>When a repetition is killed, measured from the start of its work. Each repetition has its own interval; together they cover the work and a little more.</summary>
    public static TimeSpan MomentOf(KillKind kind, int repetition, TimeSpan whole)
    {
        ArgumentNullException.ThrowIfNull(kind);
        var (part, parts) = (repetition / kind.Ways, (Count + kind.Ways - 1) / kind.Ways);
        var index = KillCatalog.All.TakeWhile(other => other != kind).Count();
        return whole * (Reach * (part + new Random((Seed * 1_000_003) + (index * 1_009) + repetition).NextDouble()) / parts);
    }

    /// <summary>Records the outcome of a repetition.</summary>
    /// <returns>A sentence on how many of its kind survived so far.</returns>
    public string Note(KillKind kind, bool held)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return Words(kind.Name, _tally.AddOrUpdate(kind.Name, (held ? 1 : 0, 1), (_, before) => (before.Held + (held ? 1 : 0), before.Of + 1)));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        var lines = new StringBuilder();
        foreach (var kind in KillCatalog.All)
        {
            if (_tally.TryGetValue(kind.Name, out var tally))
            {
                lines.AppendLine(Words(kind.Name, tally));
            }
        }

        Console.Write(lines);
        _template?.Dispose();
    }

    private static string Words(string kind, (int Held, int Of) tally) => string.Create(CultureInfo.InvariantCulture, $"{kind}: {tally.Held} of {tally.Of} held");

    private static int Read(string variable, int standard)
        => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : standard;
}
