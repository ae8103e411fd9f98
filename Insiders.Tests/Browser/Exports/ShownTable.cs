using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Insiders.Tests.Browser.Exports;

/// <summary>A table as the page shows it.</summary>
/// <param name="Headings">Of its columns; empty for those that only sighted readers see, or only others.</param>
/// <param name="Rows">Cells of every row in sight.</param>
/// <param name="Foot">Cells of the last line; empty where there is none.</param>
internal sealed partial record ShownTable(string[] Headings, string[][] Rows, string[] Foot)
{
    // What stands for readers of one kind alone is left out; of a list to choose from, what is chosen stays.
    private const string Read = """
        table => {
          const cells = row => [...row.cells].map(cell => {
            const chosen = [...cell.querySelectorAll('select')].map(list => list.selectedOptions[0]?.text ?? '');
            const copy = cell.cloneNode(true);
            if (cell.tagName === 'TH') { copy.querySelectorAll('.visually-hidden').forEach(part => part.remove()); }
            copy.querySelectorAll('[aria-hidden=true], .help-mark, table').forEach(part => part.remove());
            copy.querySelectorAll('select').forEach((list, at) => list.replaceWith(chosen[at]));
            copy.querySelectorAll('.under, .faint, .also, .badge, label, br').forEach(part => part.prepend(' '));
            return copy.textContent.replace(/\s+/g, ' ').trim();
          });
          const line = row => row ? cells(row) : [];
          return { headings: line(table.tHead.rows[table.tHead.rows.length - 1]), rows: [...table.tBodies].flatMap(body => [...body.rows].filter(row => !row.classList.contains('invoice-lines')).map(cells)), foot: line(table.tFoot?.rows[0]) };
        }
        """;

    /// <summary>Reads the table of a stop.</summary>
    public static async Task<ShownTable> ReadAsync(IPage page, ExportStop stop)
    {
        var table = page.Locator(stop.Table).First;
        if (await table.EvaluateAsync<string>("element => element.tagName") != "TABLE")
        {
            // Sentences: as many as there are, none of them with cells.
            return new([], [.. Enumerable.Repeat(Array.Empty<string>(), await table.Locator("li").CountAsync())], []);
        }

        var read = await table.EvaluateAsync<Raw>(Read);
        return stop.IsTransposed ? Transposed(read) : new(read.Headings, read.Rows, read.Foot);
    }

    /// <summary>A heading without its unit, as both sides are compared by.</summary>
    public static string Plain(string heading) => Hour().Replace(Unit().Replace(heading.TrimStart('\''), ""), "$1").Trim();

    // The first column names the figures, the second is everybody.
    private static ShownTable Transposed(Raw read) => new(
        ["Segment", .. read.Rows.Select(row => row[0])],
        [.. read.Headings.Select((name, column) => (name, column)).Skip(2).Select(one => (string[])[one.name, .. read.Rows.Select(row => row[one.column])])],
        []);

    [GeneratedRegex(@"\s*\([^)]*\)$")]
    private static partial Regex Unit();

    [GeneratedRegex(@"^0?(\d+):00$")]
    private static partial Regex Hour();

    private sealed class Raw
    {
        public string[] Headings { get; set; } = [];

        public string[][] Rows { get; set; } = [];

        public string[] Foot { get; set; } = [];
    }
}
