using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Insiders.Core.Cleaning;

/// <summary>Every country of the world and what ledgers call them.</summary>
/// <remarks>
/// Read from the embedded <c>countries.csv</c>: codes of ISO 3166-1, names in English and Brazilian Portuguese, one point and one
/// continent per country, aliases: variants, and the names in Spanish, German, French and the country's own language as CLDR 48 has them. The points of the study's 37 names are the study's, so that its figures repeat.
/// </remarks>
public static class CountryCatalog
{
    private static readonly FrozenDictionary<string, Country> s_byWord;

    static CountryCatalog()
    {
        var byWord = new Dictionary<string, Country>(StringComparer.Ordinal);
        var all = ImmutableArray.CreateBuilder<Country>();
        using var reader = new StreamReader(typeof(CountryCatalog).Assembly.GetManifestResourceStream("Insiders.Core.Cleaning.countries.csv")!, Encoding.UTF8);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            var country = new Country(
                cells[0].Length == 0 ? null : cells[0], cells[1].Length == 0 ? null : cells[1], cells[2], cells[3],
                double.Parse(cells[4], CultureInfo.InvariantCulture), double.Parse(cells[5], CultureInfo.InvariantCulture),
                Enum.Parse<Continent>(cells[6]));
            all.Add(country);

            // The first to claim a word keeps it: the oddities at the end of the file borrow the code of a country above.
            foreach (var word in (string[])[cells[2], cells[3], cells[0], cells[1], .. cells[7].Split(';')])
            {
                if (word.Length > 0)
                {
                    byWord.TryAdd(Fold(word), country);
                }
            }
        }

        All = all.ToImmutable();
        s_byWord = byWord.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Every entry, by English name; entries without a code of their own at the end.</summary>
    public static ImmutableArray<Country> All { get; }

    /// <summary>Finds a country by English or Portuguese name, alias, or ISO code of two or three letters.</summary>
    /// <param name="text">In any case, with or without accents, full stops and hyphens; null or blank finds nothing.</param>
    /// <returns>Null when no entry is called so.</returns>
    public static Country? Find(string? text) => string.IsNullOrWhiteSpace(text) ? null : s_byWord.GetValueOrDefault(Fold(text));

    /// <summary>True when a ledger's country is meant by a text: a part of its own word, or of the English or Portuguese name. Case, accents and marks do not count.</summary>
    /// <param name="country">As the ledger spells it.</param>
    /// <param name="text">What somebody typed; what has no letter or digit means no country.</param>
    public static bool IsMeant(string country, string text)
    {
        ArgumentNullException.ThrowIfNull(country);
        ArgumentNullException.ThrowIfNull(text);
        if (!text.Any(char.IsLetterOrDigit))
        {
            return country.Contains(text, StringComparison.OrdinalIgnoreCase) && text.Length > 0;
        }

        var wanted = Fold(text);
        return Find(country) is { } place
            ? Fold(country).Contains(wanted, StringComparison.Ordinal) || Fold(place.Name).Contains(wanted, StringComparison.Ordinal) || Fold(place.Portuguese).Contains(wanted, StringComparison.Ordinal)
            : Fold(country).Contains(wanted, StringComparison.Ordinal);
    }

    /// <summary>The form in which words are compared: upper case, letters and digits only, without accents. A text without any stays as it is.</summary>
    internal static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(character))
            {
                folded.Append(char.ToUpperInvariant(character));
            }
        }

        return folded.Length == 0 ? text : folded.ToString();
    }
}
