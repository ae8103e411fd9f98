using System.Buffers;
using System.Globalization;
using System.Text;
using Insiders.Core.Problems;

namespace Insiders.Core.Import.Sources;

/// <summary>Rows of typed values as the text of a CSV file: numbers with a point, days with the year first, one line a row.</summary>
internal sealed class RowsText : TextSource
{
    private const int BlockSize = 64 * 1024;

    private readonly IEnumerator<IEnumerable<object?>> _rows;
    private readonly Func<double> _fraction;
    private readonly ProblemCode _damaged;
    private readonly IDisposable _owner;
    private readonly ArrayBufferWriter<byte> _block = new(2 * BlockSize);
    private readonly long _packed;
    private long _read;
    private int _at;

    /// <summary>Takes rows.</summary>
    /// <param name="rows">The headings first.</param>
    /// <param name="packed">Length of the file they come from.</param>
    /// <param name="fraction">How much of it has been read.</param>
    /// <param name="damaged">What is wrong when a row cannot be read; its value is the reader's message.</param>
    /// <param name="owner">Disposed after the rows.</param>
    public RowsText(IEnumerable<IEnumerable<object?>> rows, long packed, Func<double> fraction, ProblemCode damaged, IDisposable owner)
    {
        _rows = rows.GetEnumerator();
        (_packed, _fraction, _damaged, _owner) = (packed, fraction, damaged, owner);
    }

    public override TextEncoding? Encoding => TextEncoding.Utf8;

    public override double Fraction => _fraction();

    public override bool HasTypes => !HoldsTexts;

    /// <summary>True where the values are texts as they stood in files.</summary>
    public bool HoldsTexts { get; init; }

    /// <exception cref="NotALedgerException">A row cannot be read, or there is more than such a file can hold.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (_at == _block.WrittenCount)
        {
            _block.ResetWrittenCount();
            _at = 0;
            while (_block.WrittenCount < BlockSize && MoveNext())
            {
                Write(_rows.Current);
            }

            _read += _block.WrittenCount;
            if (Math.Max(BoundedStream.Always, _packed * BoundedStream.Ratio) is var most && _read > most)
            {
                throw BoundedStream.Refusal(_packed, most);
            }
        }

        var count = Math.Min(buffer.Length, _block.WrittenCount - _at);
        _block.WrittenSpan.Slice(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    /// <summary>A value as a text that is read in one way only.</summary>
    public static string TextOf(object? value) => value switch
    {
        null or DBNull => "",
        string text => text,
        DateTime time => TextOf(time),
        DateTimeOffset time => TextOf(time.DateTime),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        double number => TextOf(number),
        float number => TextOf((double)(decimal)number),
        decimal number => Telling(number.ToString(CultureInfo.InvariantCulture)),
        bool truth => truth ? "TRUE" : "FALSE",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _rows.Dispose();
            _owner.Dispose();
        }

        base.Dispose(disposing);
    }

    // Spreadsheets keep times as fractions of a day, which miss a second by a little.
    private static string TextOf(DateTime time)
    {
        time = new DateTime((time.Ticks + (TimeSpan.TicksPerSecond / 2)) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Unspecified);
        return time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    // 15 digits are what a spreadsheet shows: 2.55 and not 2.5499999999999998.
    private static string TextOf(double number) => Math.Abs(number) is < 1e15 and (0 or >= 1e-10)
        ? Telling(((decimal)number).ToString(CultureInfo.InvariantCulture)) : number.ToString("R", CultureInfo.InvariantCulture);

    // 1.234 could have a mark of thousands, 1.2340 could not.
    private static string Telling(string number) => number.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point && number.Length - point == 4 ? number + "0" : number;

    private bool MoveNext()
    {
        try
        {
            return _rows.MoveNext();
        }
        catch (Exception damage) when (damage is not (NotALedgerException or OutOfMemoryException))
        {
            throw new NotALedgerException(Problem.Of(_damaged, damage.Message), damage);
        }
    }

    private void Write(IEnumerable<object?> row)
    {
        var isFirst = true;
        foreach (var value in row)
        {
            if (!isFirst)
            {
                _block.Write(","u8);
            }

            isFirst = false;
            var text = TextOf(value);
            if (text.AsSpan().IndexOfAny("\",\r\n") >= 0)
            {
                // A value over several lines would move the numbers of the lines below it.
                text = $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal).ReplaceLineEndings(" ")}\"";
            }

            System.Text.Encoding.UTF8.GetBytes(text, _block);
        }

        _block.Write("\n"u8);
    }
}
