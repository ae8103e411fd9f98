using System.Text;

namespace Insiders.Tests.Web.Exports;

/// <summary>The cells of a CSV as RFC 4180 reads them, by none of the code that wrote them.</summary>
internal static class CsvCells
{
    /// <summary>Rows of cells; lines without any are left out.</summary>
    public static List<List<string>> Of(string text, char separator)
    {
        List<List<string>> rows = [[]];
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (isQuoted && letter == '"' && at + 1 < text.Length && text[at + 1] == '"')
            {
                cell.Append('"');
                at++;
            }
            else if (letter == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && (letter == separator || letter == '\n'))
            {
                rows[^1].Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                if (letter == '\n')
                {
                    rows.Add([]);
                }
            }
            else
            {
                cell.Append(letter);
            }
        }

        if (rows[^1].Count > 0 || cell.Length > 0)
        {
            rows[^1].Add(cell.ToString());
        }

        return [.. rows.Where(row => row.Count > 0)];
    }
}
