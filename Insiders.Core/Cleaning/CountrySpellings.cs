using System.Collections.Immutable;
using Insiders.Core.Ledger;

namespace Insiders.Core.Cleaning;

/// <summary>How a ledger spells its countries, and which of the spellings are one country.</summary>
/// <param name="Any">Whether any row has a country.</param>
/// <param name="Unplaced">The countries that the map does not know, in ordinal order.</param>
/// <param name="StatesOf">The country whose states stand in the place of countries; null where they are countries.</param>
/// <param name="Examples">Some of the states.</param>
internal sealed record CountrySpellings(bool Any, ImmutableArray<string> Unplaced, string? StatesOf, ImmutableArray<string> Examples)
{
    private const int MostExamples = 3;

    /// <summary>Reads the spellings and writes them, each with country and place, to <see cref="CleaningSql.SeenTable"/>.</summary>
    /// <param name="session">The ledger.</param>
    /// <param name="findsStates">Whether a column that holds the states of one country is read so.</param>
    /// <param name="cancellationToken">Interrupts the statement.</param>
    /// <remarks>
    /// Spellings of one country (<c>EIRE</c> and <c>Ireland</c>, <c>united kingdom</c> and <c>United Kingdom</c>) become the one with most
    /// rows, the smallest in ordinal order among equals: so a report has the ledger's own word.
    /// </remarks>
    internal static CountrySpellings Read(LedgerSession session, bool findsStates, CancellationToken cancellationToken)
    {
        var seen = new List<(string Spelling, long Rows, Country? Place)>();
        CancellableSql.Read(
            session,
            $"SELECT country, count(*) FROM {LedgerSchema.View} WHERE country IS NOT NULL GROUP BY country",
            reader => seen.Add((reader.GetString(0), reader.GetInt64(1), CountryCatalog.Find(reader.GetString(0)))),
            cancellationToken);
        var states = findsStates ? StateCatalog.CountryOf([.. seen.Select(entry => entry.Spelling)]) : null;
        if (states is not null)
        {
            seen = [.. seen.Select(entry => (entry.Spelling, entry.Rows, (Country?)states))];
        }

        session.Execute($"CREATE OR REPLACE TEMP TABLE {CleaningSql.SeenTable} (spelling VARCHAR, country VARCHAR, latitude DOUBLE, longitude DOUBLE)");
        var unplaced = new List<string>();
        using (var appender = session.Connection.CreateAppender(CleaningSql.SeenTable))
        {
            foreach (var country in seen.GroupBy(entry => entry.Place?.Name ?? CountryCatalog.Fold(entry.Spelling), StringComparer.Ordinal))
            {
                var name = states?.Name ?? country.OrderByDescending(entry => entry.Rows).ThenBy(entry => entry.Spelling, StringComparer.Ordinal).First().Spelling;
                if (country.First().Place is null)
                {
                    unplaced.Add(name);
                }

                foreach (var (spelling, _, place) in country)
                {
                    appender.CreateRow().AppendValue(spelling).AppendValue(name).AppendValue(place?.Latitude).AppendValue(place?.Longitude).EndRow();
                }
            }
        }

        return new(
            seen.Count > 0, [.. unplaced.Order(StringComparer.Ordinal)], states?.Name,
            states is null ? [] : [.. seen.OrderByDescending(entry => entry.Rows).ThenBy(entry => entry.Spelling, StringComparer.Ordinal).Take(MostExamples).Select(entry => entry.Spelling)]);
    }
}
