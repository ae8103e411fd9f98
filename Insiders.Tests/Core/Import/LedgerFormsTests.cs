using System.Globalization;
using System.Text;
using Insiders.Core.Cleaning;
using Insiders.Core.Import;
using Insiders.Core.Import.Evidence;
using Insiders.Core.Import.Values;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Import;

/// <summary>A ledger written in random combinations of forms is read back exactly, or a question is asked. INSIDERS_FORMS names how many combinations; 500 without it.</summary>
public sealed class LedgerFormsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void No_combination_of_forms_gives_a_wrong_figure_in_silence()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("INSIDERS_FORMS"), CultureInfo.InvariantCulture, out var wanted) ? wanted : 500;
        var asked = 0;
        for (var seed = 0; seed < count; seed++)
        {
            var form = new LedgerForm(seed);
            try
            {
                asked += Compare(form, _folder.Write("form.csv", form.Bytes)) ? 0 : 1;
            }
            catch (Exception wrong) when (wrong is not OutOfMemoryException)
            {
                Assert.Fail($"Seed {seed}: {wrong.Message}\n{form.Text[..600]}");
            }
        }

        // A reader that asked about everything would pass otherwise.
        Assert.InRange(asked, 0, count / 50);
    }

    /// <summary>True when every figure is as it was written; false when something was asked.</summary>
    private static bool Compare(LedgerForm form, string path)
    {
        var file = SalesFile.Detect(path, ImportOptions.Default, CancellationToken.None);
        var evidence = new SaleEvidence();
        using (var first = new SalesReader(file, _ => { }))
        {
            while (first.Read())
            {
                var sale = first.Current;
                evidence.Add(sale);
            }

            file = evidence.Propose(file, evidence.Days.FindStrays(new DateOnly(2026, 1, 1), []), first.FoundFractions, first.ProposedCurrency, _ => new Dictionary<string, long>());
        }

        var read = new SortedDictionary<string, (decimal Revenue, DateOnly LastDay, HashSet<string> Orders, string Country)>(StringComparer.Ordinal);
        using var reader = new SalesReader(file, row => Assert.Fail($"Line {row.Line}: {row.Reason.Sentence}"));
        while (reader.Read())
        {
            var sale = reader.Current;
            var customer = Encoding.UTF8.GetString(sale.Customer);
            var known = read.GetValueOrDefault(customer, (0m, default, [], ""));
            if (sale.QuantityParts > 0)
            {
                known.Item3.Add(Encoding.UTF8.GetString(sale.Invoice));
                read[customer] = (known.Item1 + sale.Amount / (decimal)Amount.Scale, DayCounts.DayOf(sale.SoldAt), known.Item3, Encoding.UTF8.GetString(sale.Country));
            }
        }

        if (reader.Questions().Any(question => question.IsOpen))
        {
            return false;
        }

        Assert.Equal(form.Truth.Keys, read.Keys);
        foreach (var (customer, (revenue, lastDay, orders, country)) in form.Truth)
        {
            Assert.Equal((customer, revenue, lastDay, orders), (customer, read[customer].Revenue, read[customer].LastDay, read[customer].Orders.Count));
            Assert.Equal(form.HasCountries ? CountryCatalog.Find(country)!.Name : null, CountryCatalog.Find(read[customer].Country)?.Name);
        }

        return true;
    }
}
