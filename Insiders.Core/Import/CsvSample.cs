using CsvHelper;
using Insiders.Core.Import.Encodings;
using Insiders.Core.Import.Sources;
using Insiders.Core.Import.Values;
using Insiders.Core.Problems;

namespace Insiders.Core.Import;

/// <summary>The first rows of a file, in memory: what detection looks at.</summary>
/// <param name="Separator">The separator they were read with.</param>
/// <param name="Headers">The line of headers, trimmed.</param>
/// <param name="Rows">The complete rows after it, values trimmed, at most <see cref="MaxRows"/>.</param>
/// <param name="IsWhole">True when these are all rows of the file.</param>
internal sealed record CsvSample(char Separator, IReadOnlyList<string> Headers, IReadOnlyList<byte[][]> Rows, bool IsWhole)
{
    /// <summary>Bytes of UTF-8 looked at.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>Rows looked at.</summary>
    public const int MaxRows = 2_000;

    // A report has its title, the period and the filters above the table.
    private const int MaxTitleLines = 40;
    private const int FewestHeaders = 3;

    private static readonly char[] s_separators = [',', ';', '\t', '|'];

    /// <summary>As far as it is known: null while only ASCII has been seen.</summary>
    public TextEncoding? Encoding { get; private init; }

    /// <summary>The code page that its letters told; null where the encoding was known or is none of these.</summary>
    public TextEncoding? CodePage { get; private init; }

    /// <summary>How values are set apart.</summary>
    public Quoting Quoting { get; private init; }

    /// <summary>Records above the line of headers.</summary>
    public int TitleLines { get; private init; }

    /// <summary>Lines up to the first row below the headers.</summary>
    public long HeadLines { get; private init; }

    /// <summary>True where its cells were numbers and days, and not texts.</summary>
    public bool HasTypes { get; private init; }

    // Records in which text follows a closing quote, or a quote is never closed.
    private int Malformed { get; init; }

    /// <summary>Reads the first rows with the separator that finds most of the ledger's columns, and of equals the one that makes most columns.</summary>
    /// <exception cref="NotALedgerException">The file is empty or its first line has no end.</exception>
    public static CsvSample Take(string path, ImportOptions options)
    {
        var (text, found, typed) = Read(path, options);
        TextEncoding? page = null;
        if (options.Encoding is null && found == TextEncoding.Latin1 && Encodings.CodePage.Detect(Bytes(text)) is var told and not TextEncoding.Latin1)
        {
            // A byte beyond ASCII that is no UTF-8: the letters tell which code page.
            page = told;
            (text, found, typed) = Read(path, options with { Encoding = told });
        }

        var whole = text.Length < MaxBytes;
        if (Blanks.Trim(text.Span).IsEmpty && whole)
        {
            throw new NotALedgerException(Problem.Of(ProblemCode.FileEmpty));
        }

        if (!whole && text.Span.IndexOfAny((byte)'\r', (byte)'\n') < 0)
        {
            throw RecordLimits.Explain(new(path, options), options.Separator ?? ',', line: 1, inner: null);
        }

        return Of(text, whole, typed ? options with { Separator = ',' } : options) with { Encoding = found, CodePage = page, HasTypes = typed };
    }

    /// <summary>Reads the first rows of a text.</summary>
    /// <param name="text">Its beginning as UTF-8.</param>
    /// <param name="whole">True when it ends there.</param>
    /// <param name="options">What the caller knows better.</param>
    public static CsvSample Of(ReadOnlyMemory<byte> text, bool whole, ImportOptions options)
    {
        var separators = options.Separator is { } known ? [known] : s_separators;
        var plain = Best(separators.Select(separator => Parse(text, separator, whole, options)), options);
        return Mended(plain, text, separators, whole, options);
    }

    /// <summary>A row as texts.</summary>
    public static IReadOnlyList<string> Texts(byte[][] row) => [.. row.Select(value => System.Text.Encoding.UTF8.GetString(value))];

    private static (ReadOnlyMemory<byte> Text, TextEncoding? Encoding, bool HasTypes) Read(string path, ImportOptions options)
    {
        using var source = new SalesSource(path, options).Open();
        var bytes = new byte[MaxBytes];
        var length = source.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return (bytes.AsMemory(0, length), source.Encoding, source.HasTypes);
    }

    /// <summary>The bytes that a text in Windows-1252 was made of.</summary>
    private static byte[] Bytes(ReadOnlyMemory<byte> text)
    {
        var upper = Encodings.CodePage.Upper(TextEncoding.Latin1)!;
        return [.. System.Text.Encoding.UTF8.GetString(text.Span).Select(letter => letter < 0x80 ? (byte)letter : (byte)(0x80 + Math.Max(0, Array.IndexOf(upper, letter))))];
    }

    private static CsvSample Best(IEnumerable<CsvSample> samples, ImportOptions options) => samples
        .OrderByDescending(sample => ColumnMapping.CountMatches(sample.Headers, options.Columns))
        .ThenByDescending(sample => sample.Headers.Count)
        .First();

    /// <summary>The sample read as if its quotes were mended, where that makes more of it.</summary>
    private static CsvSample Mended(CsvSample plain, ReadOnlyMemory<byte> text, char[] separators, bool whole, ImportOptions options)
    {
        if (plain.Headers is [var only] && separators.Any(separator => only.Contains(separator, StringComparison.Ordinal)))
        {
            var unwrapped = QuoteMendingStream.Mend(text, Quoting.WholeLines, ',');
            var mended = Best(separators.Select(separator => Parse(unwrapped, separator, whole, options)), options);
            return mended.Headers.Count > 1 && unwrapped.Length < text.Length ? mended with { Quoting = Quoting.WholeLines } : plain;
        }

        if (plain.Malformed == 0)
        {
            return plain;
        }

        var doubled = Parse(QuoteMendingStream.Mend(text, Quoting.Unescaped, plain.Separator), plain.Separator, whole, options);
        return doubled.Malformed < plain.Malformed && doubled.Rows.Count >= plain.Rows.Count && doubled.Misfits <= plain.Misfits && doubled.Headers.SequenceEqual(plain.Headers)
            ? doubled with { Quoting = Quoting.Unescaped } : plain;
    }

    // Rows that have not as many values as there are headers, or that go over lines.
    private int Misfits => Rows.Count(row => row.Length != Headers.Count || row.Any(value => value.AsSpan().Contains((byte)'\n')));

    private static CsvSample Parse(ReadOnlyMemory<byte> text, char separator, bool whole, ImportOptions options)
    {
        var malformed = 0;
        using var csv = CsvReader.Create(text, CsvRecords.OptionsFor(separator) with
        {
            HasHeader = false,
            TrackLineNumbers = true,
            OnMalformedRecord = record => malformed += record.Reason == CsvMalformedReason.TextAfterClosingQuote || (whole && record.Reason == CsvMalformedReason.UnterminatedQuote) ? 1 : 0,
        });
        var rows = new List<byte[][]>();
        var lines = new List<long>();
        while (rows.Count <= MaxRows + MaxTitleLines && csv.Read())
        {
            var row = new byte[csv.FieldCount][];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = CsvRecords.Unwrap(Blanks.Trim(csv.GetSpan(i))).ToArray();
            }

            rows.Add(row);
            lines.Add(csv.LineNumber);
        }

        // The last row of a cut sample may be cut too.
        var cut = !whole && rows.Count > 1 && rows.Count <= MaxRows + MaxTitleLines;
        if (cut)
        {
            rows.RemoveAt(rows.Count - 1);
        }

        var titles = TitlesOf(rows, options);
        var below = rows.Skip(titles + 1).ToList();
        return new CsvSample(csv.Separator is var found ? found : separator, rows.Count == 0 ? [] : HeadersOf(rows[titles]), [.. below.Take(MaxRows)], whole && below.Count < MaxRows)
        {
            TitleLines = titles,
            HeadLines = (lines.Count > titles + 1 ? lines[titles + 1] : long.MaxValue) - 1,
            Malformed = malformed,
        };
    }

    /// <summary>How many records stand above the one with most headers.</summary>
    private static int TitlesOf(List<byte[][]> rows, ImportOptions options)
    {
        if (rows.Count == 0 || ColumnMapping.CountMatches(HeadersOf(rows[0]), options.Columns) is var first && first >= FewestHeaders)
        {
            return 0;
        }

        var best = rows.Take(MaxTitleLines + 1).Select((row, index) => (Index: index, Matches: ColumnMapping.CountMatches(HeadersOf(row), options.Columns))).MaxBy(row => row.Matches);
        return best.Matches >= FewestHeaders ? best.Index : 0;
    }

    private static List<string> HeadersOf(byte[][] row) => [.. row.Select(value => System.Text.Encoding.UTF8.GetString(value).Trim())];
}
