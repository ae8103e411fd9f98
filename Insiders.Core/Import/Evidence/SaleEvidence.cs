using System.Collections.Immutable;

namespace Insiders.Core.Import.Evidence;

/// <summary>What the sales of a whole file tell, gathered while they are read: customers, days, sums. Used by one thread.</summary>
internal sealed class SaleEvidence
{
    /// <summary>How many rows each day has.</summary>
    public DayCounts Days { get; } = new();

    private readonly CustomerLog _customers = new();
    private readonly SubtotalSearch _sums = new();

    /// <summary>Takes a sale.</summary>
    public void Add(in Sale sale)
    {
        Days.Add(sale.SoldAt);
        _customers.Add(sale.Customer, sale.Invoice);
        _sums.Add(sale);
    }

    /// <summary>How the file should be read, now that it has been read once.</summary>
    /// <param name="file">As it was read.</param>
    /// <param name="days">The days its sales may have.</param>
    /// <param name="hasFractions">Whether quantities with fractions were met.</param>
    /// <param name="currency">The currency to keep of several; null where nothing is to be left out for its own.</param>
    /// <param name="count">How many rows have each of some products; asked only where some are suspected to be sums.</param>
    /// <returns>The same file where nothing is to be read in another way.</returns>
    public SalesFile Propose(SalesFile file, (SaleDays Days, bool HasStrays) days, bool hasFractions, string? currency, Func<IReadOnlyList<string>, IReadOnlyDictionary<string, long>> count)
    {
        var keepsDays = file.Options.Answers.GetValueOrDefault(QuestionCode.StrayDates) == "keep";
        var customers = CustomerEvidence.Find(_customers, file.Options);
        var suspects = file.Options.Answers.GetValueOrDefault(QuestionCode.Subtotals) == "keep" ? [] : _sums.Suspects.ToList();
        var rows = suspects.Count == 0 ? null : count([.. suspects.Select(suspect => suspect.Product)]);
        ImmutableHashSet<string> sums = rows is null ? [] : [.. suspects.Where(suspect => IsSum(suspect.Product, suspect.Sums, rows.GetValueOrDefault(suspect.Product))).Select(suspect => suspect.Product)];
        return (!days.HasStrays || keepsDays) && customers.IsPlain && sums.IsEmpty && !hasFractions && currency is null ? file : file with
        {
            Days = days.HasStrays && !keepsDays ? days.Days : file.Days,
            Currency = currency ?? file.Currency,
            Customers = customers,
            Subtotals = sums,
            HasFractions = file.HasFractions || hasFractions,
        };
    }

    // A word for a sum may miss one now and then: of a customer without a purchase above it.
    private static bool IsSum(string product, long sums, long rows) => sums == rows || (SubtotalSearch.IsWord(product) && 10 * sums >= 9 * rows);
}
