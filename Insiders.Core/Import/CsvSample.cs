using System.Text;
using CsvHelper;
using Insiders.Core.Problems;

namespace Insiders.Core.Import;

/// <summary>The first rows of a file, in memory: what detection looks at.</summary>
/// <param name="Separator">The separator they were read with.</param>
/// <param name="Headers">The first line, trimmed.</param>
/// <param name="Rows">The complete rows after it, values trimmed, at most <see cref="MaxRows"/>.</param>
/// <param name="IsWhole">True when these are all rows of the file.</param>
internal sealed record CsvSample(char Separator, IReadOnlyList<string> Headers, IReadOnlyList<byte[][]> Rows, bool IsWhole)
{
    /// <summary>Bytes of UTF-8 looked at.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>Rows looked at.</summary>
    public const int MaxRows = 2_000;

    private static readonly char[] s_separators = [',', ';', '\t', '|'];

    /// <summary>Reads the first rows with the separator that finds most of the eight columns, and of equals the one that makes most columns.</summary>
    /// <exception cref="NotALedgerException">The file is empty or its first line has no end.</exception>
    public static CsvSample Take(string path, SourceText source, ImportOptions options)
    {
        var bytes = new byte[MaxBytes];
        var length = source.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        var text = bytes.AsMemory(0, length);
        if (Blanks.Trim(text.Span).IsEmpty && length < MaxBytes)
        {
            throw new NotALedgerException(Problem.Of(ProblemCode.FileEmpty));
        }

        if (length == MaxBytes && text.Span.IndexOfAny((byte)'\r', (byte)'\n') < 0)
        {
            throw RecordLimits.Explain(path, options.Encoding, options.Separator ?? ',', line: 1, inner: null);
        }

        return (options.Separator is { } known ? [known] : s_separators)
            .Select(separator => Parse(text, separator, length < MaxBytes))
            .OrderByDescending(sample => ColumnMapping.CountMatches(sample.Headers, options.Columns))
            .ThenByDescending(sample => sample.Headers.Count)
            .First();
    }

    private static CsvSample Parse(ReadOnlyMemory<byte> text, char separator, bool whole)
    {
        using var csv = CsvReader.Create(text, CsvRecords.OptionsFor(separator));
        csv.ReadHeader();
        var headers = new List<string>(csv.Headers.Count);
        foreach (var header in csv.Headers)
        {
            headers.Add(header.Trim());
        }

        var rows = new List<byte[][]>();
        while (rows.Count < MaxRows && csv.Read())
        {
            var row = new byte[csv.FieldCount][];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = Blanks.Trim(csv.GetSpan(i)).ToArray();
            }

            rows.Add(row);
        }

        // The last row of a cut sample may be cut too.
        if (!whole && rows.Count is > 0 and < MaxRows)
        {
            rows.RemoveAt(rows.Count - 1);
        }

        return new CsvSample(csv.Separator is var found ? found : separator, headers, rows, whole && rows.Count < MaxRows);
    }

    /// <summary>A row as texts.</summary>
    public static IReadOnlyList<string> Texts(byte[][] row) => [.. row.Select(value => Encoding.UTF8.GetString(value))];
}
