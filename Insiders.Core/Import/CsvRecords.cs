using CsvHelper;

namespace Insiders.Core.Import;

/// <summary>The records of a file, streamed; a record too long, or a quote without end, becomes a sentence.</summary>
/// <remarks>The spans are valid until the next <see cref="Read"/>. One thread.</remarks>
internal sealed class CsvRecords : IDisposable
{
    /// <summary>The longest record in bytes of UTF-8; the reader's buffer never grows past about twice of it.</summary>
    public const int MaxRecordSize = 1 << 20;

    private readonly string _path;
    private readonly TextEncoding? _encoding;
    private readonly SourceText _source;
    private readonly CsvReader _csv;
    private readonly char _separator;
    private CsvMalformedRecord? _unclosed;

    private CsvRecords(string path, TextEncoding? encoding, char separator, SourceText source)
    {
        _path = path;
        _encoding = encoding;
        _separator = separator;
        _source = source;
        _csv = CsvReader.Create(source, OptionsFor(separator) with
        {
            MaxRecordSize = MaxRecordSize,
            TrackLineNumbers = true,
            BufferSize = 128 * 1024,
            OnMalformedRecord = record => _unclosed = record.Reason == CsvMalformedReason.UnterminatedQuote ? record : _unclosed,
        });
    }

    /// <summary>The encoding as far as it is known.</summary>
    public TextEncoding? Encoding => _source.Encoding;

    /// <summary>How much of the file has been read, 0 to 1.</summary>
    public double Fraction => _source.Fraction;

    /// <summary>Line of the file where the current record starts; the header is line 1.</summary>
    public long Line => _csv.LineNumber;

    /// <summary>Number of values in the current record.</summary>
    public int Width => _csv.FieldCount;

    /// <summary>The current record as it stands in the file.</summary>
    public ReadOnlySpan<byte> Raw => _csv.RawRecord;

    /// <summary>Opens a file at its first record after the header.</summary>
    public static CsvRecords Open(string path, TextEncoding? encoding, char separator) =>
        new(path, encoding, separator, SourceText.Open(path, encoding));

    /// <summary>How CsvHelper reads every file and every sample of one.</summary>
    public static CsvReaderOptions OptionsFor(char separator) => new()
    {
        Separator = separator,
        DetectSeparatorHint = true,
        TrimWhitespace = true,
        WhitespaceCharacters = " ",
    };

    /// <summary>A value of the current record without quotes around it, blanks trimmed; empty when the record is too short.</summary>
    public ReadOnlySpan<byte> Value(int position) => Blanks.Trim(_csv.GetSpan(position));

    /// <summary>Goes to the next record; empty lines are passed over.</summary>
    /// <exception cref="NotALedgerException">The record is too long, or a quote in it is never closed.</exception>
    public bool Read()
    {
        bool read;
        try
        {
            read = _csv.Read();
        }
        catch (CsvFormatException tooLong)
        {
            throw RecordLimits.Explain(_path, _encoding, _separator, tooLong.LineNumber, tooLong);
        }

        if (_unclosed is { } record)
        {
            throw RecordLimits.Unclosed(RecordLimits.OpeningLine(record.RawRecord.AsSpan(), record.LineNumber, _separator) ?? record.LineNumber);
        }

        return read;
    }

    public void Dispose()
    {
        // The reader closes the source with it.
        _csv.Dispose();
    }
}
