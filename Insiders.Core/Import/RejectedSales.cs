using System.Globalization;
using System.Text;
using CsvHelper;
using Insiders.Core.Import.Values;

namespace Insiders.Core.Import;

/// <summary>The rejected rows of a file as a file of their own: mended in a spreadsheet, it can be loaded as it is.</summary>
public static class RejectedSales
{
    private const string LineHeader = "rejected line";
    private const string ReasonHeader = "rejected because";

    /// <summary>Writes the rejected rows: the columns of the source as they stand in it, then the line and the reason.</summary>
    /// <param name="file">What was detected.</param>
    /// <param name="target">Where to write; UTF-8 with byte order mark, the separator of the source. Replaced if it is there.</param>
    /// <param name="ct">Looked at every row.</param>
    /// <returns>How many there are; without any, no file is written.</returns>
    /// <remarks>
    /// Reads the whole source once more; memory does not grow with it. A value that a spreadsheet would take for a formula and that is no
    /// number gets an apostrophe before it. A row too short is filled up; of a row too long the rest is left out.
    /// </remarks>
    /// <exception cref="NotALedgerException">A record of the source has no end.</exception>
    public static long Write(SalesFile file, string target, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        CsvWriter? writer = null;
        try
        {
            using var reader = new SalesReader(file, _ => { });
            while (reader.ReadRow(out var rejected))
            {
                ct.ThrowIfCancellationRequested();
                if (rejected is null)
                {
                    continue;
                }

                writer ??= Start(file, target);
                var values = reader.Values();
                var row = Enumerable.Range(0, file.Columns.Width).Select(position => Harmless(values.ElementAtOrDefault(position) ?? "", file.Dialect.DecimalMark));
                writer.WriteRecord([.. row, rejected.Line.ToString(CultureInfo.InvariantCulture), rejected.Reason.Sentence]);
            }

            return reader.RowsRejected;
        }
        finally
        {
            writer?.Dispose();
        }
    }

    private static CsvWriter Start(SalesFile file, string target)
    {
        var writer = CsvWriter.ToFile(target, new CsvWriterOptions { Separator = file.Dialect.Separator, WriteByteOrderMark = true });
        var headers = SalesFileHead.Read(file.Path, file.Options with { Separator = file.Dialect.Separator }).Headers;
        writer.WriteRecord([.. headers.Select(header => Harmless(header, file.Dialect.DecimalMark)), LineHeader, ReasonHeader]);
        return writer;
    }

    /// <summary>Quantities and prices below zero must stay numbers: the file is to be loaded again.</summary>
    private static string Harmless(string value, DecimalMark mark) =>
        value is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] && !Amount.TryRead(Encoding.UTF8.GetBytes(value), mark, out _, out _) ? "'" + value : value;
}
