
namespace Insiders.Core.Import.Evidence;

/// <summary>How many rows of a file each day has, and which days at either end of them cannot be right.</summary>
/// <remarks>
/// Days more than two years from the next day that has a sale begin a stretch of their own. A stretch at an end is stray when it holds at
/// most one row in a hundred, or a single row of twenty or more. A shop that paused for years has more than that on both sides. Days after
/// the import are stray, too, unless most rows have one: then the clock is wrong, not the file.
/// </remarks>
internal sealed class DayCounts
{
    private const int GapDays = 730;
    private const int FewShare = 100;
    private const int FewestRows = 20;
    private const long MicrosecondsPerDay = 86_400_000_000;

    private static readonly int s_epochDay = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    private readonly Dictionary<int, long> _counts = [];
    private int _lastDay = int.MinValue;
    private long _lastCount;

    /// <summary>Counts a sale.</summary>
    /// <param name="soldAt">Microseconds since 1970-01-01.</param>
    public void Add(long soldAt)
    {
        // The rows of a day follow one another: the dictionary is asked once for each run of them.
        var day = DayOf(soldAt).DayNumber;
        if (day != _lastDay)
        {
            Flush();
            _lastDay = day;
        }

        _lastCount++;
    }

    /// <summary>The day of a moment.</summary>
    public static DateOnly DayOf(long soldAt) =>
        DateOnly.FromDayNumber(s_epochDay + (int)((soldAt - (((soldAt % MicrosecondsPerDay) + MicrosecondsPerDay) % MicrosecondsPerDay)) / MicrosecondsPerDay));

    /// <summary>Looks for stray days.</summary>
    /// <param name="today">The day of the import.</param>
    /// <param name="known">Spans of days that the ledger holds already: a day near them is not stray.</param>
    /// <returns>The days that are not, and whether the file has others.</returns>
    public (SaleDays Days, bool HasStrays) FindStrays(DateOnly today, IEnumerable<(DateOnly First, DateOnly Last)> known)
    {
        Flush();
        var future = _counts.Where(pair => pair.Key > today.DayNumber).Sum(pair => pair.Value);
        if (2 * future > _counts.Values.Sum())
        {
            return (SaleDays.Any, false);
        }

        foreach (var day in _counts.Keys.Where(day => day > today.DayNumber).ToArray())
        {
            _counts.Remove(day);
        }

        var days = FindFar(new SaleDays(today, null, null), known);
        return (days, future > 0 || days is not { First: null, Last: null });
    }

    private SaleDays FindFar(SaleDays days, IEnumerable<(DateOnly First, DateOnly Last)> known)
    {
        var total = _counts.Values.Sum();
        var stretches = new List<Stretch>();
        foreach (var next in _counts.Select(pair => new Stretch(pair.Key, pair.Key, pair.Value, false)).Concat(known.Select(span => new Stretch(span.First.DayNumber, span.Last.DayNumber, 0, true))).OrderBy(stretch => stretch.First))
        {
            if (stretches is [.., var before] && next.First - before.Last <= GapDays)
            {
                stretches[^1] = new(before.First, Math.Max(before.Last, next.Last), before.Rows + next.Rows, before.IsKnown || next.IsKnown);
            }
            else
            {
                stretches.Add(next);
            }
        }

        var usual = stretches.SkipWhile(IsStray).Reverse().SkipWhile(IsStray).Reverse().ToArray();
        return usual.Length == 0 ? days : days with
        {
            First = usual[0] != stretches[0] ? DateOnly.FromDayNumber(usual[0].First) : days.First,
            Last = usual[^1] != stretches[^1] ? DateOnly.FromDayNumber(usual[^1].Last) : days.Last,
        };

        bool IsStray(Stretch stretch) => !stretch.IsKnown && (stretch.Rows * FewShare <= total || (stretch.Rows == 1 && total >= FewestRows));
    }

    private void Flush()
    {
        if (_lastCount > 0)
        {
            _counts[_lastDay] = _counts.GetValueOrDefault(_lastDay) + _lastCount;
            _lastCount = 0;
        }
    }

    private readonly record struct Stretch(int First, int Last, long Rows, bool IsKnown);
}
