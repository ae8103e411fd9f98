using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Insiders.Core.Import.Evidence;

/// <summary>What rejected rows were worth, and which months and countries only they have. Used by one thread.</summary>
internal sealed class LeftOutLog
{
    private readonly HashSet<int> _months = [];
    private readonly HashSet<string> _countries = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<int, RowTally> _lostMonths = [];
    private readonly Dictionary<string, RowTally> _lostCountries = new(StringComparer.OrdinalIgnoreCase);
    private (long From, long To) _lastDay = (1, 0);
    private byte[] _lastCountry = [0];
    private long _amount;

    /// <summary>Sum of the amounts of rejected rows whose amount could be read, returns not taken off.</summary>
    public decimal Amount => (decimal)_amount / Values.Amount.Scale;

    /// <summary>Takes a sale.</summary>
    public void Keep(long soldAt, ReadOnlySpan<byte> country)
    {
        if (soldAt < _lastDay.From || soldAt >= _lastDay.To)
        {
            _months.Add(MonthOf(soldAt));
            var from = soldAt - (soldAt % TimeSpan.MicrosecondsPerDay);
            _lastDay = (from, from + TimeSpan.MicrosecondsPerDay);
        }

        if (!country.SequenceEqual(_lastCountry))
        {
            _lastCountry = country.ToArray();
            _countries.Add(Encoding.UTF8.GetString(country));
        }
    }

    /// <summary>Takes a rejected row whose date and amount could be read.</summary>
    public void Leave(long soldAt, ReadOnlySpan<byte> country, long amount)
    {
        amount = Math.Max(0, amount);
        _amount += amount;
        Count(_lostMonths, MonthOf(soldAt), amount);
        if (!country.IsEmpty)
        {
            Count(_lostCountries, Encoding.UTF8.GetString(country), amount);
        }
    }

    /// <summary>Months and countries of which no row was kept, months first.</summary>
    public ImmutableArray<LeftOutPart> Parts() =>
    [
        .. _lostMonths.Where(month => !_months.Contains(month.Key)).OrderBy(month => month.Key).Select(month => new LeftOutPart(
            LeftOutKind.Month, string.Create(CultureInfo.InvariantCulture, $"{month.Key / 12:0000}-{(month.Key % 12) + 1:00}"), month.Value.Rows, month.Value.TotalAmount)),
        .. _lostCountries.Where(country => !_countries.Contains(country.Key)).OrderBy(country => country.Key, StringComparer.Ordinal).Select(country => new LeftOutPart(
            LeftOutKind.Country, country.Key, country.Value.Rows, country.Value.TotalAmount)),
    ];

    private static int MonthOf(long soldAt)
    {
        var day = DayCounts.DayOf(soldAt);
        return (12 * day.Year) + day.Month - 1;
    }

    private static void Count<TKey>(Dictionary<TKey, RowTally> tallies, TKey key, long amount)
        where TKey : notnull
    {
        // A column of free text is no column of countries: enough is enough.
        if (!tallies.TryGetValue(key, out var tally))
        {
            if (tallies.Count >= 10_000)
            {
                return;
            }

            tallies.Add(key, tally = new RowTally());
        }

        tally.Add(amount);
    }
}
