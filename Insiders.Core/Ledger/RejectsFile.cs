using System.Globalization;
using System.Text;
using CsvHelper;
using Insiders.Core.Import;

namespace Insiders.Core.Ledger;

/// <summary>Writes rejected rows as CSV (line, column, value, reason, and the file where there are several), formulas made harmless. The file exists only if a row does.</summary>
internal sealed class RejectsFile(string path) : IDisposable
{
    private CsvWriter? _writer;

    /// <summary>Adds a row.</summary>
    public void Add(RejectedRow row)
    {
        if (_writer is null)
        {
            _writer = CsvWriter.ToFile(path, new CsvWriterOptions { Injection = CsvInjection.Escape, WriteByteOrderMark = true });
            _writer.WriteRecord(["line", "column", "value", "reason", .. row.File is null ? Array.Empty<string>() : ["file"]]);
        }

        _writer.WriteRecord([row.Line.ToString(CultureInfo.InvariantCulture), row.Column, row.Value, row.Reason, .. row.File is { } file ? new[] { file } : []]);
    }

    /// <summary>Reads the first rows of such a file.</summary>
    public static IReadOnlyList<RejectedRow> Read(string path, int take)
    {
        var rows = new List<RejectedRow>();
        using var csv = CsvReader.FromFile(path, new CsvReaderOptions());
        csv.ReadHeader();
        while (rows.Count < take && csv.Read())
        {
            rows.Add(new(long.Parse(csv.GetSpan(0), CultureInfo.InvariantCulture), Text(1), Text(2), Text(3)) { File = csv.FieldCount > 4 && Text(4) is { Length: > 0 } file ? file : null });
        }

        return rows;

        string Text(int position) => Encoding.UTF8.GetString(csv.GetSpan(position));
    }

    public void Dispose() => _writer?.Dispose();
}
