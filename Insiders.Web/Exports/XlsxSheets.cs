using System.Globalization;

namespace Insiders.Web.Exports;

/// <summary>The sheets of a workbook by name. Each is created when the previous one is full, so their number is known only at the end of the rows.</summary>
/// <param name="table">The table to write.</param>
/// <param name="rows">Its rows, positioned at the first.</param>
/// <param name="rowsPerSheet">Maximum number of rows of a sheet, without its heading.</param>
/// <param name="more">Whether there is a first row.</param>
/// <remarks>MiniExcel takes sheets as a dictionary and enumerates it only once.</remarks>
internal sealed class XlsxSheets(ExportTable table, IAsyncEnumerator<IReadOnlyList<object?>> rows, int rowsPerSheet, bool more)
    : Dictionary<string, object>, IEnumerable<KeyValuePair<string, object>>
{
    private const int LongestName = 31;

    IEnumerator<KeyValuePair<string, object>> IEnumerable<KeyValuePair<string, object>>.GetEnumerator()
    {
        var sheet = new XlsxSheet(table.Columns.Length, rows, rowsPerSheet, more);
        yield return new(NameOf(table.Name, 1), sheet);
        for (var number = 2; sheet.More; number++)
        {
            sheet = new XlsxSheet(table.Columns.Length, rows, rowsPerSheet, sheet.More);
            yield return new(NameOf(table.Name, number), sheet);
        }
    }

    /// <summary>A sheet's name as Excel allows it: at most 31 characters, none of <c>[ ] : * ? / \</c>, no apostrophe at an end, not empty.</summary>
    private static string NameOf(string name, int number)
    {
        var clean = string.Concat(name.Select(letter => letter is '[' or ']' or ':' or '*' or '?' or '/' or '\\' || char.IsControl(letter) ? ' ' : letter)).Trim(' ', '\'');
        var ending = number == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({number})");
        clean = clean.Length == 0 ? "Insiders" : clean[..Math.Min(clean.Length, LongestName - ending.Length)];
        return clean.TrimEnd(' ', '\'') + ending;
    }
}
