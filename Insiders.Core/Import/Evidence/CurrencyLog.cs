using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Insiders.Core.Import.Values;
using Insiders.Core.Problems;

namespace Insiders.Core.Import.Evidence;

/// <summary>Rows and money of each currency of a file: amounts in two of them have no sum. Used by one thread.</summary>
/// <remarks>
/// A column of currencies says which it is; without one, the sign or code beside the amount does. Rows without any are a group of their own once two
/// currencies have a name, and belong to the only one otherwise.
/// </remarks>
internal sealed class CurrencyLog(SalesFile file)
{
    /// <summary>The answer that adds everything up all the same, as where two words mean one currency.</summary>
    public const string Together = "together";

    /// <summary>What rows without a currency are called.</summary>
    public const string Nameless = "none";

    private readonly Dictionary<string, RowTally> _tallies = new(StringComparer.Ordinal);
    private byte[] _last = [];
    private string _name = Nameless;
    private RowTally? _tally;

    /// <summary>Counts a row.</summary>
    /// <param name="currency">Its currency as it stands in the file; nothing where it has none.</param>
    /// <param name="amount">Its amount.</param>
    /// <returns>Its currency where that is not the one kept; null where the row is kept.</returns>
    public string? Take(ReadOnlySpan<byte> currency, long amount)
    {
        if (_tally is null || !currency.SequenceEqual(_last))
        {
            _last = currency.ToArray();
            _name = currency.IsEmpty ? Nameless : CurrencyMark.NameOf(Encoding.UTF8.GetString(currency));
            if (!_tallies.TryGetValue(_name, out _tally))
            {
                _tallies.Add(_name, _tally = new RowTally());
            }
        }

        _tally.Add(amount);
        return file.Currency is { } kept && kept != _name ? _name : null;
    }

    /// <summary>The currency to keep, now that all rows are counted: the one with most rows and most money; null where there is but one, or these are two.</summary>
    public string? Propose()
    {
        if (!IsMixed || file.Options.Answers.ContainsKey(QuestionCode.Currencies))
        {
            return null;
        }

        // Money alone does not tell: a hundred yen are less than ten euros.
        var ranked = _tallies.OrderByDescending(tally => tally.Value.Rows).ToList();
        var (most, others) = (ranked[0], ranked[1..]);
        return others.All(other => other.Value.Rows < most.Value.Rows && other.Value.TotalAmount < most.Value.TotalAmount) ? most.Key : null;
    }

    /// <summary>The question about them; none where all amounts are in one currency.</summary>
    public IEnumerable<Question> Questions()
    {
        if (!IsMixed)
        {
            return [];
        }

        var names = _tallies.OrderByDescending(tally => tally.Value.Rows).ThenBy(tally => tally.Key, StringComparer.Ordinal).Select(tally => tally.Key).ToList();
        var answer = file.Currency ?? file.Options.Answers.GetValueOrDefault(QuestionCode.Currencies) ?? "";
        var concerned = _tallies.Where(tally => tally.Key != file.Currency).Select(tally => tally.Value).ToList();
        string[] answers = [.. names.Append(Together)];
        return
        [
            new(
                QuestionCode.Currencies, [ProblemValue.Bilingual(List(names, "en", "rows"), List(names, "pt-BR", "linhas")), Shown(answer)],
                concerned.Sum(tally => tally.Rows), concerned.Sum(tally => tally.TotalAmount), [], answer.ToLowerInvariant(),
                [.. answers.Where(other => other != answer).Select(other => other.ToLowerInvariant())]),
        ];
    }

    /// <summary>A currency as sentences name it.</summary>
    public static string Shown(string name) => name == Nameless ? "(-)" : name;

    private bool IsMixed => _tallies.Keys.Count(name => name != Nameless) > 1;

    private string List(IEnumerable<string> names, string culture, string rows)
    {
        var words = CultureInfo.GetCultureInfo(culture);
        return string.Join("; ", names.Select(name => string.Create(words, $"{Shown(name)}: {_tallies[name].Rows:N0} {rows}, {_tallies[name].TotalAmount:N2}")));
    }
}
