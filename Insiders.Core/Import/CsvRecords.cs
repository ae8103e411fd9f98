using CsvHelper;
using Insiders.Core.Import.Encodings;
using Insiders.Core.Import.Sources;
using Insiders.Core.Import.Values;
using Insiders.Core.Problems;

namespace Insiders.Core.Import;

/// <summary>The records of a file, streamed; a record too long, or a quote without end, becomes a sentence.</summary>
/// <remarks>The spans are valid until the next <see cref="Read"/>. One thread.</remarks>
internal sealed class CsvRecords : IDisposable
{
    /// <summary>The longest record in bytes of UTF-8; the reader's buffer never grows past about twice of it.</summary>
    public const int MaxRecordSize = 1 << 20;

    private readonly SalesSource? _source;
    private readonly TextSource _text;
    private readonly CsvReader _csv;
    private readonly char _separator;
    private CsvMalformedRecord? _unclosed;
    private byte[] _swallowed = [];
    private CsvReader? _lines;
    private bool _linesWait;
    private long _linesBegin;
    private int _above;

    private CsvRecords(SalesSource? source, TextSource text, char separator, Quoting quoting, int titleLines)
    {
        _separator = separator;
        _source = source;
        _text = text;
        _above = titleLines + 1;
        Stream mended = quoting == Quoting.Usual ? _text : new QuoteMendingStream(_text, quoting, separator);
        _csv = CsvReader.Create(mended, OptionsFor(separator) with
        {
            HasHeader = false,
            MaxRecordSize = MaxRecordSize,
            TrackLineNumbers = true,
            BufferSize = 128 * 1024,
            OnMalformedRecord = record => _unclosed = record.Reason == CsvMalformedReason.UnterminatedQuote ? record : _unclosed,
        });
    }

    /// <summary>The encoding as far as it is known.</summary>
    public TextEncoding? Encoding => _text.Encoding;

    /// <summary>How much of the file has been read, 0 to 1.</summary>
    public double Fraction => _text.Fraction;

    /// <summary>Line of the file where the current record starts; the header is line 1.</summary>
    public long Line => IsInLines ? _linesBegin + _lines!.LineNumber - 1 : _csv.LineNumber;

    /// <summary>The file that the current record came from and its line there; no file where there is only one.</summary>
    public (string? File, long Line) Place => _text.Locate(Line);

    /// <summary>Number of values in the current record.</summary>
    public int Width => Current.FieldCount;

    /// <summary>The current record as it stands in the file.</summary>
    public ReadOnlySpan<byte> Raw => Current.RawRecord;

    /// <summary>True when the current record goes over line ends, as only a quoted value may.</summary>
    public bool SpansLines => !IsInLines && _csv.RawRecord.IndexOfAny((byte)'\r', (byte)'\n') >= 0;

    /// <summary>True when <see cref="ReopenLines"/> has found sales in the current record.</summary>
    public bool HasOpenQuote => _linesWait;

    /// <summary>The current record up to its first line end.</summary>
    public ReadOnlySpan<byte> FirstLine => _csv.RawRecord[.._csv.RawRecord.IndexOfAny((byte)'\r', (byte)'\n')];

    // The lines of a record that a stray quote had swallowed are read after it, each for itself.
    private bool IsInLines => _lines is not null && !_linesWait;

    private CsvReader Current => IsInLines ? _lines! : _csv;

    /// <summary>Opens a file at its first record after the header.</summary>
    /// <param name="source">Where it lies.</param>
    /// <param name="separator">What stands between values.</param>
    /// <param name="quoting">How values are set apart.</param>
    /// <param name="titleLines">Records above the header.</param>
    public static CsvRecords Open(SalesSource source, char separator, Quoting quoting, int titleLines) => new(source, source.Open(), separator, quoting, titleLines);

    /// <summary>The records of a text.</summary>
    public static CsvRecords Of(TextSource text, char separator, Quoting quoting, int titleLines) => new(null, text, separator, quoting, titleLines);

    /// <summary>How CsvHelper reads every file and every sample of one.</summary>
    public static CsvReaderOptions OptionsFor(char separator) => new()
    {
        Separator = separator,
        DetectSeparatorHint = true,
        TrimWhitespace = true,
        WhitespaceCharacters = " ",
    };

    private CsvReaderOptions LineOptions => OptionsFor(_csv.Separator) with { DetectSeparatorHint = false, HasHeader = false, AllowLineBreaksInQuotes = false, TrackLineNumbers = true };

    /// <summary>A value of the current record without quotes around it, blanks trimmed; empty when the record is too short.</summary>
    /// <remarks>A text that is wrapped in a formula to keep its zeros, <c>="00123"</c>, is the text.</remarks>
    public ReadOnlySpan<byte> Value(int position) => Unwrap(Blanks.Trim(Current.GetSpan(position)));

    /// <summary>The text in a formula that is nothing but a text; any other value as it is.</summary>
    public static ReadOnlySpan<byte> Unwrap(ReadOnlySpan<byte> value) => value is [(byte)'=', (byte)'"', .., (byte)'"'] && value.Length > 2 ? value[2..^1] : value;

    /// <summary>The values of <see cref="FirstLine"/>, as if no quote stood in it.</summary>
    public string[] FirstLineValues()
    {
        using var line = CsvReader.Create(FirstLine.ToArray().Where(letter => letter != '"').ToArray(), LineOptions);
        return line.Read() ? [.. Enumerable.Range(0, line.FieldCount).Select(position => System.Text.Encoding.UTF8.GetString(Blanks.Trim(line.GetSpan(position))))] : [];
    }

    /// <summary>Looks whether a record that spans lines has swallowed rows: a quote that stands in a value by mistake takes in all lines to the next quote.</summary>
    /// <param name="isRow">Whether the current record is a row, asked for each line after the first.</param>
    /// <returns>The record's last line, when there is such a row; <see cref="Read"/> then goes on in the line after its first. Null when there is none.</returns>
    public long? ReopenLines(Func<bool> isRow)
    {
        var record = _csv.RawRecord;
        var end = FirstLine.Length;
        _swallowed = record[(end + (record[end..] is [(byte)'\r', (byte)'\n', ..] ? 2 : 1))..].ToArray();
        _linesBegin = _csv.LineNumber + 1;
        var (found, last) = (false, _linesBegin);
        _lines = CsvReader.Create(_swallowed, LineOptions);
        while (_lines.Read())
        {
            last = Line;

            // In a value that rightly spans lines, the quote that closes it is found where no quote can open or close a value.
            found |= _lines.RawRecord.Count((byte)'"') % 2 == 0 && !HasQuoteInValue() && isRow();
        }

        _lines.Dispose();
        _lines = found ? CsvReader.Create(_swallowed, LineOptions) : null;
        _linesWait = found;
        return found ? last : null;
    }

    /// <summary>Goes to the next record; empty lines are passed over.</summary>
    /// <exception cref="NotALedgerException">The record is too long, or a quote in it is never closed.</exception>
    public bool Read()
    {
        if (_lines is not null)
        {
            _linesWait = false;
            if (_lines.Read())
            {
                return true;
            }

            _lines.Dispose();
            _lines = null;
        }

        bool read;
        try
        {
            for (read = true; _above > 0 && read; _above--)
            {
                read = _csv.Read();
            }

            read = read && _csv.Read();
        }
        catch (CsvFormatException tooLong)
        {
            throw _source is not { } source ? new NotALedgerException(Problem.Of(ProblemCode.LineTooLong, tooLong.LineNumber), tooLong) : RecordLimits.Explain(source, _separator, tooLong.LineNumber, tooLong);
        }

        if (_unclosed is { } record)
        {
            throw RecordLimits.Unclosed(RecordLimits.OpeningLine(record.RawRecord.AsSpan(), record.LineNumber, _separator) ?? record.LineNumber);
        }

        return read;
    }

    private bool HasQuoteInValue()
    {
        for (var position = 0; position < Width; position++)
        {
            if (Value(position).Contains((byte)'"'))
            {
                return true;
            }
        }

        return false;
    }

    public void Dispose()
    {
        _lines?.Dispose();

        // The reader closes the source with it.
        _csv.Dispose();
    }
}
