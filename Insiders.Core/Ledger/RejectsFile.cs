using System.Globalization;
using CsvHelper;
using Insiders.Core.Import;

namespace Insiders.Core.Ledger;

/// <summary>Writes rejected rows as CSV (line, column, value, reason), formulas made harmless. The file exists only if a row does.</summary>
internal sealed class RejectsFile(string path) : IDisposable
{
    private CsvWriter? _writer;

    /// <summary>Adds a row.</summary>
    public void Add(RejectedRow row)
    {
        if (_writer is null)
        {
            _writer = CsvWriter.ToFile(path, new CsvWriterOptions { Injection = CsvInjection.Escape, WriteByteOrderMark = true });
            _writer.WriteRecord(["line", "column", "value", "reason"]);
        }

        _writer.WriteRecord([row.Line.ToString(CultureInfo.InvariantCulture), row.Column, row.Value, row.Reason]);
    }

    public void Dispose() => _writer?.Dispose();
}
