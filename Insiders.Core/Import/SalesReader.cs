using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;
using Insiders.Core.Import.Evidence;
using Insiders.Core.Import.Values;
using Insiders.Core.Problems;

namespace Insiders.Core.Import;

/// <summary>Reads a file row by row into sales and rejected rows. Memory does not grow with the file.</summary>
/// <remarks>Used by one thread at a time.</remarks>
internal sealed partial class SalesReader : IDisposable
{
    private readonly SalesFile _file;
    private readonly Action<RejectedRow> _reject;
    private readonly CsvRecords _records;
    private readonly DatePatterns _dates;
    private readonly int[] _at = [.. Enum.GetValues<LedgerColumn>().Select(_ => 0)];
    private readonly byte[] _lastDate = new byte[40];
    private readonly DerivedTexts _derived;
    private readonly OrderFate? _fate;
    private readonly CurrencyLog _currencies;
    private readonly RowTally _discounts = new();
    private bool _hasMoney;
    private long _discount;
    private int _lastDateLength = -1;
    private long _lastSoldAt;
    private long _quantity;
    private long _soldAt;
    private long _unitPrice;
    private long _amount;
    private bool _hasOwnAmount;
    private RejectedRow? _firstRejected;
    private readonly long _earliest;
    private readonly long _latest;

    /// <summary>Opens a file before its first sale.</summary>
    /// <param name="file">What was detected.</param>
    /// <param name="reject">Takes each rejected row, in file order, while reading.</param>
    public SalesReader(SalesFile file, Action<RejectedRow> reject)
    {
        _file = file;
        _reject = reject;
        _dates = new DatePatterns(file.Dialect.DatePattern);
        _derived = new DerivedTexts(file);
        _currencies = new CurrencyLog(file);
        _fate = file.Columns.Has(LedgerColumn.Status) ? new OrderFate(file) : null;
        for (var column = 0; column < _at.Length; column++)
        {
            _at[column] = file.Columns.PositionOf((LedgerColumn)column);
        }

        // Compared as they are read; only what is outside is turned into a day.
        _earliest = file.Days.First is { } first ? Microseconds(first) : long.MinValue;
        _latest = new[] { file.Days.Today, file.Days.Last }.Min() is { } last ? Microseconds(last.AddDays(1)) - 1 : long.MaxValue;
        _records = CsvRecords.Open(new(file.Path, file.Options), file.Dialect.Separator, file.Dialect.Quoting, file.Dialect.TitleLines);
    }

    /// <summary>Rows read so far: sales and rejected ones.</summary>
    public long RowsRead { get; private set; }

    /// <summary>Rows rejected so far.</summary>
    public long RowsRejected { get; private set; }

    /// <summary>Rows rejected so far for their dates only; null when there are none.</summary>
    public StrayDates? StrayDates { get; private set; }

    /// <summary>How much of the file has been read, 0 to 1.</summary>
    public double Fraction => _records.Fraction;

    /// <summary>The dialect with the encoding as the rows read so far show it.</summary>
    public CsvDialect Dialect => _file.Dialect with { Encoding = _records.Encoding ?? TextEncoding.Utf8 };

    /// <summary>True once a quantity with a fraction was read of a file that was taken to have none: its sales are to be read anew.</summary>
    public bool FoundFractions { get; private set; }

    /// <summary>What the rejected rows were worth, and the months and countries that only they have.</summary>
    public LeftOutLog LeftOut { get; } = new();

    /// <summary>Sales read so far, with their money.</summary>
    public RowTally Sales { get; } = new();

    /// <summary>The sale read last.</summary>
    public Sale Current => new()
    {
        Line = _records.Line,
        Invoice = _derived.HasOrders ? Text(LedgerColumn.Invoice) : _derived.Order,
        StockCode = Text(LedgerColumn.StockCode) is { IsEmpty: false } code ? code : Text(LedgerColumn.Description),
        Description = Text(LedgerColumn.Description),
        QuantityParts = _quantity,
        SoldAt = _soldAt,
        UnitPrice = _unitPrice,
        Amount = _amount,
        HasOwnAmount = _hasOwnAmount,
        Customer = _derived.IsPlain ? CustomerOf(Text(LedgerColumn.Customer)) : _derived.Customer,
        Country = Text(LedgerColumn.Country),
    };

    /// <summary>What is doubtful about the rows read so far.</summary>
    public IEnumerable<Question> Questions()
    {
        // Discounts that are all nothing change no figure.
        foreach (var finding in _file.Findings.Where(finding => finding.Code != QuestionCode.DiscountShares || _discounts.Rows > 0))
        {
            yield return finding.Ask(finding.Code == QuestionCode.DiscountShares ? _discounts : Sales);
        }

        foreach (var question in _derived.Questions().Concat(_fate?.Questions() ?? []).Concat(_currencies.Questions()))
        {
            yield return question;
        }

        if (StrayDates is { } stray)
        {
            yield return stray.Ask();
        }
    }

    /// <summary>The currency to keep of several; null where nothing is to be left out, or nothing says which.</summary>
    public string? ProposedCurrency => _currencies.Propose();

    /// <summary>Goes to the next sale, handing rejected rows on the way to whoever takes them.</summary>
    /// <exception cref="NotALedgerException">The file ends without a single sale, or a record in it has no end.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Read()
    {
        while (_records.Read())
        {
            RowsRead++;
            if (Mistake() is not { } rejected)
            {
                Take();
                return true;
            }

            RowsRejected++;
            _firstRejected ??= rejected;
            if (_hasMoney)
            {
                LeftOut.Leave(_soldAt, Text(LedgerColumn.Country), _amount);
            }

            _reject(rejected);
        }

        if (RowsRead == RowsRejected && _firstRejected is { } first)
        {
            throw new NotALedgerException(Problem.Of(
                ProblemCode.NoRowReadable, RowsRead, first.Line, ProblemValue.Reason(first.Reason)));
        }

        return false;
    }

    /// <summary>Goes to the next row, sale or not.</summary>
    /// <param name="rejected">Why it is no sale; null when it is one.</param>
    public bool ReadRow(out RejectedRow? rejected)
    {
        rejected = null;
        if (!_records.Read())
        {
            return false;
        }

        RowsRead++;
        rejected = Mistake();
        RowsRejected += rejected is null ? 0 : 1;
        if (rejected is null)
        {
            Take();
        }

        return true;
    }

    /// <summary>Line of the file where the current row starts; the header is line 1.</summary>
    public long Line => _records.Line;

    /// <summary>The values of the current row as they stand in the file, trimmed.</summary>
    public string[] Values() => _records.HasOpenQuote ? _records.FirstLineValues()
        : [.. Enumerable.Range(0, _records.Width).Select(position => Encoding.UTF8.GetString(_records.Value(position)))];

    /// <summary>A value as a report shows it: cut when it is long.</summary>
    public static string Cut(string value) =>
        value.Length <= RejectedRow.ValueLength ? value : string.Concat(value.AsSpan(0, RejectedRow.ValueLength), "…");

    public void Dispose() => _records.Dispose();

    private static long Microseconds(DateOnly day) => (day.ToDateTime(TimeOnly.MinValue) - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    private ReadOnlySpan<byte> Text(LedgerColumn column) => _at[(int)column] is >= 0 and var position ? _records.Value(position) : default;

    private void Take()
    {
        Sales.Add(_amount);
        LeftOut.Keep(_soldAt, Text(LedgerColumn.Country));
        if (_discount != 0)
        {
            _discounts.Add(_discount, Found(LedgerColumn.Discount));
        }

        if (!_derived.IsPlain)
        {
            _derived.Take(CustomerOf(Text(LedgerColumn.Customer)), Text(LedgerColumn.Email), _soldAt, _amount);
        }
    }

    private RejectedRow? Mistake()
    {
        // A value may go over lines; one that holds whole sales was begun by a quote that is none.
        if (_records.SpansLines && _records.ReopenLines(() => Fault() is null) is { } end)
        {
            var (first, rows) = (_records.Line + 1, end - _records.Line);
            var place = _records.Place;
            (first, end) = (first - _records.Line + place.Line, end - _records.Line + place.Line);
            return new RejectedRow(place.Line, "", Shown(_records.FirstLine), rows == 1
                ? Problem.Of(ProblemCode.RowQuoteOfLine, Digits(end))
                : Problem.Of(ProblemCode.RowQuote, Digits(end), Digits(first), Digits(end), Digits(rows)))
            { File = place.File };
        }

        return Fault();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private RejectedRow? Fault()
    {
        _hasMoney = false;
        if (_records.Width < _file.Columns.NamedWidth || (_records.Width > _file.Columns.Width && HasExtraValues()))
        {
            var expected = _records.Width < _file.Columns.NamedWidth ? _file.Columns.NamedWidth : _file.Columns.Width;
            return Rejected("", Shown(_records.Raw), Problem.Of(ProblemCode.RowWidth, Digits(_records.Width), Digits(expected)));
        }

        if (_derived.HasOrders && Text(LedgerColumn.Invoice).IsEmpty)
        {
            return Reject(LedgerColumn.Invoice, Empty(LedgerColumn.Invoice));
        }

        if (_derived.HasProducts && Text(LedgerColumn.StockCode).IsEmpty && Text(LedgerColumn.Description).IsEmpty)
        {
            return Reject(_at[(int)LedgerColumn.StockCode] >= 0 ? LedgerColumn.StockCode : LedgerColumn.Description, Empty(LedgerColumn.StockCode));
        }

        if (!TryDate(Text(LedgerColumn.SoldAt)))
        {
            return Reject(LedgerColumn.SoldAt, Found(LedgerColumn.SoldAt) is not { Length: > 0 } text ? Empty(LedgerColumn.SoldAt)
                : text == _file.Columns.Headers[LedgerColumn.SoldAt] ? Problem.Of(ProblemCode.RowHeaderAgain)
                : Problem.Of(ProblemCode.RowDate, text, _dates.Text));
        }

        if (MoneyFault() is { } fault)
        {
            return fault;
        }

        _hasMoney = true;
        if (IdEvidence.IsRounded(Text(LedgerColumn.Customer)))
        {
            return Reject(LedgerColumn.Customer, Problem.Of(ProblemCode.RowCustomerRounded, Found(LedgerColumn.Customer)));
        }

        if (_fate?.Refusal(Text(LedgerColumn.Invoice), Text(LedgerColumn.Status), _amount) is { } refusal)
        {
            return Reject(LedgerColumn.Status, refusal);
        }

        if (!_file.Subtotals.IsEmpty && _derived.IsSubtotal(Current.StockCode, _amount))
        {
            return Reject(_at[(int)LedgerColumn.StockCode] >= 0 ? LedgerColumn.StockCode : LedgerColumn.Description, Problem.Of(ProblemCode.RowSubtotal, Shown(Current.StockCode)));
        }

        return _soldAt < _earliest || _soldAt > _latest ? Stray() : ForeignFault();
    }

    private RejectedRow? Stray()
    {
        var day = DayCounts.DayOf(_soldAt);
        if (_file.Days.Refusal(day, Found(LedgerColumn.SoldAt)) is not { } reason)
        {
            return null;
        }

        StrayDates = Import.StrayDates.Join(StrayDates, new(1, (decimal)_amount / Amount.Scale, day, day));
        return Reject(LedgerColumn.SoldAt, reason);
    }

    private bool HasExtraValues()
    {
        for (var position = _file.Columns.Width; position < _records.Width; position++)
        {
            if (!_records.Value(position).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    private RejectedRow Reject(LedgerColumn column, Problem reason) =>
        Rejected(_file.Columns.Headers[column], Found(column), reason);

    private RejectedRow Rejected(string column, string value, Problem reason)
    {
        var (file, line) = _records.Place;
        return new(line, column, value, reason) { File = file };
    }

    private static Problem Empty(LedgerColumn column) => Problem.Of(ProblemCode.RowEmpty, ProblemValue.Column(column));

    private static string Digits(long number) => number.ToString(CultureInfo.InvariantCulture);

    private string Found(LedgerColumn column) => Shown(Text(column));

    private static string Shown(ReadOnlySpan<byte> value)
    {
        // Cut before decoding: the value may be as long as a record.
        const int Enough = 4 * (RejectedRow.ValueLength + 1);
        var part = value.Length <= Enough ? value : value[..Enough];
        while (part.Length < value.Length && part.Length > Enough - 4 && !Utf8.IsValid(part))
        {
            part = part[..^1];
        }

        return Cut(Encoding.UTF8.GetString(part));
    }

    private bool TryDate(ReadOnlySpan<byte> text)
    {
        // The lines of an invoice follow one another: most dates are the one just read.
        if (text.Length == _lastDateLength && text.SequenceEqual(_lastDate.AsSpan(0, _lastDateLength)))
        {
            _soldAt = _lastSoldAt;
            return true;
        }

        if (!_dates.TryRead(text, out _soldAt))
        {
            return false;
        }

        if (text.Length <= _lastDate.Length)
        {
            text.CopyTo(_lastDate);
            _lastDateLength = text.Length;
            _lastSoldAt = _soldAt;
        }

        return true;
    }

    /// <summary>A customer number that passed through a spreadsheet or a data frame as a decimal, <c>17850.0</c>, without its fraction; <c>NULL</c> and <c>NaN</c> are no customer.</summary>
    private static ReadOnlySpan<byte> CustomerOf(ReadOnlySpan<byte> text) => text switch
    {
        [.., (byte)'.' or (byte)',', (byte)'0'] when text.Length > 2 && !text[..^2].ContainsAnyExceptInRange((byte)'0', (byte)'9') => text[..^2],
        [(byte)'n' or (byte)'N', ..] when text.SequenceEqual("NULL"u8) || text.SequenceEqual("null"u8) || text.SequenceEqual("NaN"u8) || text.SequenceEqual("nan"u8) => default,
        _ => text,
    };
}
