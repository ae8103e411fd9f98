using System.Globalization;
using System.Text;
using CsvHelper;
using Insiders.Core.Import;
using Insiders.Core.Problems;

namespace Insiders.Core.Ledger;

/// <summary>
/// Writes rejected rows as CSV (line, column, value, reason, and the file where there are several), formulas made harmless, and their reasons as problems beside it.
/// The files exist only if a row does.
/// </summary>
/// <param name="path">The CSV.</param>
/// <param name="reasons">The reasons, one line of JSON per row; a page words them in its reader's language.</param>
internal sealed class RejectsFile(string path, string reasons) : IDisposable
{
    private CsvWriter? _writer;
    private StreamWriter? _reasons;

    /// <summary>Adds a row.</summary>
    public void Add(RejectedRow row)
    {
        if (_writer is null)
        {
            _writer = CsvWriter.ToFile(path, new CsvWriterOptions { Injection = CsvInjection.Escape, WriteByteOrderMark = true });
            _reasons = new StreamWriter(reasons);
            _writer.WriteRecord(["line", "column", "value", "reason", .. row.File is null ? Array.Empty<string>() : ["file"]]);
        }

        _writer.WriteRecord([row.Line.ToString(CultureInfo.InvariantCulture), row.Column, row.Value, row.Reason.Sentence, .. row.File is { } file ? new[] { file } : []]);
        _reasons!.WriteLine(row.Reason.ToText());
    }

    /// <summary>Reads the first rows of such a file.</summary>
    /// <param name="path">The CSV.</param>
    /// <param name="reasons">The reasons; imports of earlier versions have none, and their rows the English sentence.</param>
    /// <param name="take">Most rows to read.</param>
    public static IReadOnlyList<RejectedRow> Read(string path, string reasons, int take)
    {
        using var problems = File.Exists(reasons) ? new StreamReader(reasons) : null;
        var rows = new List<RejectedRow>();
        using var csv = CsvReader.FromFile(path, new CsvReaderOptions());
        csv.ReadHeader();
        while (rows.Count < take && csv.Read())
        {
            rows.Add(new(long.Parse(csv.GetSpan(0), CultureInfo.InvariantCulture), Text(1), Text(2), Problem.FromText(problems?.ReadLine() ?? Text(3)))
            {
                File = csv.FieldCount > 4 && Text(4) is { Length: > 0 } file ? file : null,
            });
        }

        return rows;

        string Text(int position) => Encoding.UTF8.GetString(csv.GetSpan(position));
    }

    public void Dispose()
    {
        _writer?.Dispose();
        _reasons?.Dispose();
    }
}
