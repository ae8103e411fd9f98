using System.Text;

namespace Insiders.Web.Cli;

/// <summary>A table for a terminal: the first column to the left, numbers to the right.</summary>
public static class TextTable
{
    /// <summary>Lays out rows in columns as wide as their longest cell.</summary>
    /// <param name="header">Column names.</param>
    /// <param name="rows">Cells, as many per row as there are columns.</param>
    /// <param name="leftColumns">So many columns, from the left, are texts.</param>
    public static string Format(IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string>> rows, int leftColumns = 1)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(rows);
        var widths = Enumerable.Range(0, header.Count).Select(column => rows.Select(row => row[column].Length).Append(header[column].Length).Max()).ToArray();
        var text = new StringBuilder();
        foreach (var row in rows.Prepend([.. widths.Select(width => new string('-', width))]).Prepend(header))
        {
            var line = string.Join("  ", row.Select((cell, column) => column < leftColumns ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column])));
            text.Append(line.TrimEnd()).Append('\n');
        }

        return text.ToString();
    }
}
