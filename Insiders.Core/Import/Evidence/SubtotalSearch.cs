using System.Text;

namespace Insiders.Core.Import.Evidence;

/// <summary>Looks for rows that are the sum of the rows of the same customer above them. Used by one thread.</summary>
/// <remarks>A sum that comes out by chance has a product of its own: only what stands in the place of a product in such rows, and in no others, is taken for a subtotal.</remarks>
internal sealed class SubtotalSearch
{
    private const int MostSuspects = 1_000;
    private const int FewestSums = 3;
    private const int FewestRows = 2;

    private static readonly string[] s_words = ["total", "subtotal", "sub-total", "sub total", "grand total", "sum", "summe", "gesamt", "gesamtsumme", "zwischensumme", "soma", "suma", "somme", "sous-total", "totais", "total geral", "total general", "total général"];

    private readonly Dictionary<string, long> _suspects = new(StringComparer.OrdinalIgnoreCase);
    private byte[] _customer = new byte[64];
    private int _customerLength = -1;
    private long _bought;
    private long _net;
    private int _rows;
    private long _all;
    private long _allRows;

    /// <summary>What stands in the place of a product in rows that are sums, with how many they are.</summary>
    public IEnumerable<(string Product, long Sums)> Suspects => _suspects.Where(suspect => suspect.Value >= FewestSums || IsWord(suspect.Key)).Select(suspect => (suspect.Key, suspect.Value));

    /// <summary>True for a word that says a row is a sum.</summary>
    public static bool IsWord(string product) => s_words.Contains(product.Trim().TrimEnd(':').ToLowerInvariant());

    /// <summary>Takes a row.</summary>
    public void Add(in Sale sale)
    {
        if (_customerLength != sale.Customer.Length || !sale.Customer.SequenceEqual(_customer.AsSpan(0, _customerLength)))
        {
            _customer = _customer.Length < sale.Customer.Length ? new byte[2 * sale.Customer.Length] : _customer;
            sale.Customer.CopyTo(_customer);
            _customerLength = sale.Customer.Length;
            (_bought, _net, _rows) = (0, 0, 0);
        }

        var amount = sale.Amount;
        if (amount != 0 && ((_rows >= FewestRows && (amount == _bought || amount == _net)) || (_allRows >= FewestRows && amount == _all)))
        {
            Suspect(sale.StockCode);
        }
        else if (_rows == 1 && amount == _bought && sale.StockCode.Length is >= 3 and <= 20 && IsWord(Encoding.UTF8.GetString(sale.StockCode)))
        {
            Suspect(sale.StockCode);
        }
        else
        {
            _bought += Math.Max(0, amount);
            _net += amount;
            _rows++;
            _all += amount;
            _allRows++;
        }
    }

    private void Suspect(ReadOnlySpan<byte> product)
    {
        var text = Encoding.UTF8.GetString(product);
        if (_suspects.Count < MostSuspects || _suspects.ContainsKey(text))
        {
            _suspects[text] = _suspects.GetValueOrDefault(text) + 1;
        }

        (_bought, _net, _rows) = (0, 0, 0);
    }
}
