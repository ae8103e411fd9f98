using System.Collections.Immutable;
using Insiders.Core.Import.Evidence;

namespace Insiders.Core.Import;

/// <summary>What is doubtful about a file, found without loading it.</summary>
/// <param name="Questions">In the order of <see cref="QuestionCode"/>.</param>
/// <param name="Rows">Rows that were read.</param>
/// <param name="IsWhole">True when these are all rows of the file.</param>
public sealed record SalesSurvey(ImmutableArray<Question> Questions, long Rows, bool IsWhole)
{
    /// <summary>Reads a file, twice where something is doubtful: once to find it, once to count what its answer concerns.</summary>
    /// <param name="file">What was detected.</param>
    /// <param name="mostRows">Rows read at most.</param>
    /// <param name="today">The moment of the import.</param>
    /// <param name="ct">Looked at every row.</param>
    /// <exception cref="NotALedgerException">No row can be read, or a record has no end.</exception>
    public static SalesSurvey Take(SalesFile file, long mostRows, DateTimeOffset today, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        var evidence = new SaleEvidence();
        var products = new Dictionary<string, long>(StringComparer.OrdinalIgnoreCase);
        var (first, found, currency) = Read(file, mostRows, evidence, products, ct);
        var days = evidence.Days.FindStrays(SaleDays.LastAt(today), []);
        var proposed = evidence.Propose(file, days, found, currency, _ => products);
        return proposed == file ? first : Read(proposed, mostRows, null, null, ct).Survey;
    }

    private static (SalesSurvey Survey, bool FoundFractions, string? Currency) Read(SalesFile file, long mostRows, SaleEvidence? evidence, Dictionary<string, long>? products, CancellationToken ct)
    {
        using var reader = new SalesReader(file, _ => { });
        var more = true;
        while (reader.RowsRead < mostRows && (more = reader.Read()))
        {
            ct.ThrowIfCancellationRequested();
            if (evidence is not null)
            {
                var sale = reader.Current;
                evidence.Add(sale);
                Count(sale, products!);
            }
        }

        return (new SalesSurvey([.. reader.Questions().OrderBy(question => question.Code)], reader.RowsRead, !more), reader.FoundFractions, reader.ProposedCurrency);
    }

    private static void Count(in Sale sale, Dictionary<string, long> products)
    {
        var product = System.Text.Encoding.UTF8.GetString(sale.StockCode);
        products[product] = products.GetValueOrDefault(product) + 1;
    }
}
