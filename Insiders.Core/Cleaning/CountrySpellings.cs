using System.Collections.Immutable;
using Insiders.Core.Ledger;

namespace Insiders.Core.Cleaning;

/// <summary>How a ledger spells its countries, and which of the spellings are one country.</summary>
internal static class CountrySpellings
{
    /// <summary>Reads the spellings and writes them, each with country and place, to <see cref="CleaningSql.SeenTable"/>.</summary>
    /// <returns>Whether any row has a country, and the countries that the map does not know, in ordinal order.</returns>
    /// <remarks>
    /// Spellings of one country (<c>EIRE</c> and <c>Ireland</c>, <c>united kingdom</c> and <c>United Kingdom</c>) become the one with most
    /// rows, the smallest in ordinal order among equals: so a report has the ledger's own word.
    /// </remarks>
    internal static (bool Any, ImmutableArray<string> Unplaced) Read(LedgerSession session, CancellationToken cancellationToken)
    {
        var seen = new List<(string Spelling, long Rows, Country? Place)>();
        CancellableSql.Read(
            session,
            $"SELECT country, count(*) FROM {LedgerSchema.View} WHERE country IS NOT NULL GROUP BY country",
            reader => seen.Add((reader.GetString(0), reader.GetInt64(1), CountryCatalog.Find(reader.GetString(0)))),
            cancellationToken);

        session.Execute($"CREATE OR REPLACE TEMP TABLE {CleaningSql.SeenTable} (spelling VARCHAR, country VARCHAR, latitude DOUBLE, longitude DOUBLE)");
        var unplaced = new List<string>();
        using (var appender = session.Connection.CreateAppender(CleaningSql.SeenTable))
        {
            foreach (var country in seen.GroupBy(entry => entry.Place?.Name ?? CountryCatalog.Fold(entry.Spelling), StringComparer.Ordinal))
            {
                var name = country.OrderByDescending(entry => entry.Rows).ThenBy(entry => entry.Spelling, StringComparer.Ordinal).First().Spelling;
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

        return (seen.Count > 0, [.. unplaced.Order(StringComparer.Ordinal)]);
    }
}
