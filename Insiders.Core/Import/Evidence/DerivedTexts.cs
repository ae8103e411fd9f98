using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Insiders.Core.Import.Evidence;

/// <summary>What a sale's customer and order are where the file does not say them as they are kept: answers to questions, and orders without a number. Used by one thread.</summary>
internal sealed class DerivedTexts
{
    private const int OrderLength = 17;

    private readonly SalesFile _file;
    private readonly bool _hasGuests;
    private readonly RowTally _nobody = new();
    private readonly RowTally _spelled = new();
    private readonly RowTally _subtotals = new();
    private readonly Dictionary<string, long> _nobodies = new(StringComparer.Ordinal);
    private readonly HashSet<string> _joined = new(StringComparer.Ordinal);
    private byte[] _last = [];
    private string _text = "";
    private byte[] _customer = [];
    private byte[] _order = new byte[64];
    private int _orderLength;

    /// <summary>Takes what a file has and what was answered about it.</summary>
    public DerivedTexts(SalesFile file)
    {
        _file = file;
        HasOrders = file.Columns.Has(LedgerColumn.Invoice);
        HasProducts = file.Columns.Has(LedgerColumn.StockCode) || file.Columns.Has(LedgerColumn.Description);
        _hasGuests = file.Findings.Any(finding => finding is { Code: QuestionCode.GuestId, Answer: "email" });
        IsPlain = HasOrders && file.Customers.IsPlain && !_hasGuests;
    }

    /// <summary>True when orders have numbers.</summary>
    public bool HasOrders { get; }

    /// <summary>True when products have codes or names.</summary>
    public bool HasProducts { get; }

    /// <summary>True when nothing is derived: customers and orders are as they stand in the file.</summary>
    public bool IsPlain { get; }

    /// <summary>The customer of the row taken last; nothing for nobody.</summary>
    public ReadOnlySpan<byte> Customer => _customer;

    /// <summary>The order of the row taken last, of a file without order numbers: customer, day and time.</summary>
    public ReadOnlySpan<byte> Order => _order.AsSpan(0, _orderLength);

    /// <summary>Derives what a row does not say.</summary>
    /// <param name="customer">As it stands in the file.</param>
    /// <param name="other">The id beside an e-mail that is taken for the customer: where that is empty, it counts.</param>
    /// <param name="soldAt">Microseconds since 1970-01-01.</param>
    /// <param name="amount">Its amount.</param>
    public void Take(ReadOnlySpan<byte> customer, ReadOnlySpan<byte> other, long soldAt, long amount)
    {
        customer = customer.IsEmpty && _hasGuests ? other : customer;
        if (!customer.SequenceEqual(_last))
        {
            _last = customer.ToArray();
            _text = Encoding.UTF8.GetString(customer);
            var meant = _file.Customers.Nobody.Contains(_text) ? "" : _file.Customers.Resolve(_text);
            _customer = meant == _text ? _last : Encoding.UTF8.GetBytes(meant);
        }

        if (!_customer.AsSpan().SequenceEqual(_last))
        {
            Count(amount);
        }

        if (!HasOrders)
        {
            WriteOrder(soldAt);
        }
    }

    /// <summary>True when a row stands for the sum of others; it is counted.</summary>
    public bool IsSubtotal(ReadOnlySpan<byte> product, long amount)
    {
        foreach (var word in _file.Subtotals)
        {
            if (Ascii(product, word))
            {
                _subtotals.Add(amount);
                return true;
            }
        }

        return false;
    }

    /// <summary>What is doubtful about the customers and rows taken so far.</summary>
    public IEnumerable<Question> Questions()
    {
        if (_nobodies.Count > 0)
        {
            yield return new Finding(QuestionCode.Nobody, "nobody", [string.Join(", ", _nobodies.Keys.Order(StringComparer.Ordinal).Select(word => $"'{word}'")), _nobody.Rows]).Ask(_nobody);
        }

        if (_joined.Count > 0)
        {
            yield return new Finding(QuestionCode.CustomerSpelling, "one", [(long)_joined.Count]).Ask(_spelled);
        }

        if (_subtotals.Rows > 0)
        {
            yield return new Finding(QuestionCode.Subtotals, "leave-out", [string.Join(", ", _file.Subtotals.Order(StringComparer.Ordinal).Select(word => $"'{word}'"))]).Ask(_subtotals);
        }
    }

    private static bool Ascii(ReadOnlySpan<byte> text, string word) => text.Length >= word.Length && Encoding.UTF8.GetString(text) == word;

    private void Count(long amount)
    {
        if (_customer.Length == 0)
        {
            _nobody.Add(amount);
            _nobodies[_text] = _nobodies.GetValueOrDefault(_text) + 1;
            return;
        }

        _spelled.Add(amount, _text);
        _joined.Add(Encoding.UTF8.GetString(_customer));
    }

    private void WriteOrder(long soldAt)
    {
        if (_order.Length < _customer.Length + OrderLength)
        {
            _order = new byte[2 * (_customer.Length + OrderLength)];
        }

        _customer.CopyTo(_order, 0);
        var at = _customer.Length;
        _order[at++] = (byte)'@';
        var moment = DateTime.UnixEpoch.AddTicks(soldAt * TimeSpan.TicksPerMicrosecond);
        moment.TryFormat(_order.AsSpan(at), out var written, "yyyyMMdd'T'HHmm", CultureInfo.InvariantCulture);
        _orderLength = at + written;
    }
}
