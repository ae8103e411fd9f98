using System.Globalization;
using System.Text;
using CsvHelper;

namespace Insiders.Web.Exports;

/// <summary>
/// The one writer of CSV files: UTF-8, LF, and texts escaped so that no spreadsheet reads them as formulas. The command line writes commas
/// and invariant numbers; the site's tables use the separator and the decimal mark the user chose.
/// </summary>
public static class CsvFile
{
    /// <summary>Its media type.</summary>
    public const string ContentType = "text/csv; charset=utf-8";

    // Number of fields formatted before they are written, so that memory does not grow with the table.
    private const int RowsAtOnce = 512;

    private static readonly CsvWriterOptions s_options = new()
    {
        NewLine = "\n",
        FormatProvider = CultureInfo.InvariantCulture,
        Injection = CsvInjection.Escape,
        ValidateFieldCount = true,
    };

    /// <summary>Starts a file with its header.</summary>
    /// <param name="output">Receives the text; left open.</param>
    /// <param name="header">Column names.</param>
    public static CsvWriter Start(TextWriter output, IEnumerable<string> header)
    {
        ArgumentNullException.ThrowIfNull(header);
        return Start(output, header, s_options);
    }

    /// <summary>Writes a whole table with a byte order mark, from which Excel recognises UTF-8.</summary>
    /// <param name="output">Receives the bytes, by asynchronous writes only; left open.</param>
    /// <param name="table">The table; each row is enumerated once.</param>
    /// <param name="dialect">Separator and decimals.</param>
    /// <param name="cancellationToken">Cancels between rows.</param>
    /// <param name="sent">Called with the number of further rows written to the output; may be null.</param>
    public static async Task WriteAsync(Stream output, ExportTable table, ExportDialect dialect, CancellationToken cancellationToken, Action<int>? sent = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(dialect);
        using var buffer = new MemoryStream();
        await using var text = new StreamWriter(buffer, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        using var csv = Start(text, table.Columns.Select(column => column.Heading), s_options with { Separator = dialect.Separator, FormatProvider = dialect.Numbers });
        var waiting = 0;
        await foreach (var row in table.Rows.WithCancellation(cancellationToken))
        {
            foreach (var cell in row)
            {
                Write(csv, cell);
            }

            csv.EndRecord();
            if (++waiting == RowsAtOnce)
            {
                await SendAsync();
            }
        }

        await SendAsync();

        async Task SendAsync()
        {
            csv.Flush();
            text.Flush();
            await output.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), cancellationToken);
            buffer.SetLength(0);
            sent?.Invoke(waiting);
            waiting = 0;
        }
    }

    private static CsvWriter Start(TextWriter output, IEnumerable<string> header, CsvWriterOptions options)
    {
        var csv = CsvWriter.Create(output, options, leaveOpen: true);
        foreach (var name in header)
        {
            csv.WriteField(name);
        }

        csv.EndRecord();
        return csv;
    }

    /// <summary>Writes a number, or an empty field for null.</summary>
    public static void WriteNumber(this CsvWriter csv, double value)
    {
        ArgumentNullException.ThrowIfNull(csv);
        if (double.IsFinite(value))
        {
            csv.WriteField(value, "R");
        }
        else
        {
            csv.WriteField(string.Empty);
        }
    }

    private static void Write(CsvWriter csv, object? cell)
    {
        switch (cell)
        {
            case string text:
                csv.WriteField(text);
                break;
            case double number:
                csv.WriteNumber(number);
                break;
            case decimal money:
                csv.WriteField(money, default);
                break;
            case int or long:
                csv.WriteField(Convert.ToInt64(cell, CultureInfo.InvariantCulture), default);
                break;
            case DateOnly day:
                csv.WriteField(day, "yyyy-MM-dd");
                break;
            case DateTimeOffset moment:
                csv.WriteField(moment.ToLocalTime(), "yyyy-MM-dd HH:mm:ss");
                break;
            case null:
                csv.WriteField(string.Empty);
                break;
            default:
                throw new ArgumentException($"A cell cannot be a {cell.GetType().Name}.", nameof(cell));
        }
    }
}
