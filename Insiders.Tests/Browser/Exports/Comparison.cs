using System.Globalization;
using System.Text.RegularExpressions;
using Insiders.Web.Exports;

namespace Insiders.Tests.Browser.Exports;

/// <summary>A table of a page beside its file: columns, rows, every cell in sight, and totals.</summary>
internal static partial class Comparison
{
    // What adds up from row to row; the rest of a last line is a mean, or says nothing.
    private static readonly string[] s_additive = ["Customers", "Revenue", "Share of customers", "Share of revenue"];

    private static readonly CultureInfo s_page = CultureInfo.GetCultureInfo("en");

    /// <summary>In what they differ, one sentence each.</summary>
    public static IEnumerable<string> Of(ExportStop stop, ShownTable shown, long count, ExportedFile file)
    {
        if (stop.IsTop ? file.Rows.Length < count : file.Rows.Length != count)
        {
            yield return $"the page says {count} rows, the file has {file.Rows.Length}";
        }

        var rows = file.Rows.Length.ToString("N0", s_page);
        foreach (var part in stop.Named.Select(ExportFileName.Safe).Append($" – {rows}").Where(part => !file.Name.Contains(part, StringComparison.Ordinal)))
        {
            yield return $"the file is called {file.Name}, without {part}";
        }

        if (shown.Headings.Length == 0)
        {
            yield break;
        }

        var columns = Columns(stop, shown, file, out var problems);
        foreach (var problem in problems.Concat(Cells(stop, shown, file, columns)).Concat(Totals(shown, file, columns)))
        {
            yield return problem;
        }
    }

    // The file's column of each of the page's; -1 where it has none and may have none.
    private static int[] Columns(ExportStop stop, ShownTable shown, ExportedFile file, out List<string> problems)
    {
        problems = [];
        var left = Enumerable.Range(0, file.Headings.Length).Where(column => !stop.OnlyInFile.Contains(ShownTable.Plain(file.Headings[column]))).ToList();
        var columns = new int[shown.Headings.Length];
        for (var at = 0; at < columns.Length; at++)
        {
            var heading = ShownTable.Plain(shown.Headings[at]);
            columns[at] = -1;
            if (heading.Length == 0 || stop.OnlyOnPage.Any(own => heading.StartsWith(own, StringComparison.Ordinal)))
            {
                continue;
            }

            var found = left.FindIndex(column => ShownTable.Plain(file.Headings[column]) is var name && (name == heading || name.StartsWith(heading + " ", StringComparison.Ordinal)));
            if (found < 0)
            {
                problems.Add($"the file has no column {heading}");
                continue;
            }

            columns[at] = left[found];
            left.RemoveAt(found);
        }

        if (left.Count > 0 && stop.OnlyOnPage.Length + columns.Count(column => column >= 0) > 0 && stop.Key != "rfm-cells")
        {
            problems.Add($"the page has no column {string.Join(", ", left.Select(column => file.Headings[column]))}");
        }

        return columns;
    }

    private static IEnumerable<string> Cells(ExportStop stop, ShownTable shown, ExportedFile file, int[] columns)
        => from row in Enumerable.Range(0, Math.Min(shown.Rows.Length, file.Rows.Length))
           from at in Enumerable.Range(0, Math.Min(columns.Length, shown.Rows[row].Length))
           where columns[at] >= 0 && !stop.WrittenApart.Contains(ShownTable.Plain(shown.Headings[at]))
           let cell = file.Rows[row][columns[at]]
           where !IsSame(shown.Rows[row][at], cell)
           select $"row {row + 1}, {shown.Headings[at]}: the page says “{shown.Rows[row][at]}”, the file “{cell}”";

    private static IEnumerable<string> Totals(ShownTable shown, ExportedFile file, int[] columns)
    {
        for (var at = 1; at < Math.Min(columns.Length, shown.Foot.Length); at++)
        {
            var column = columns[at];
            if (column < 0 || Figure(shown.Foot[at]) is not { } total)
            {
                continue;
            }

            var values = Numbers(file, column);
            var expected = shown.Foot[at].StartsWith('⌀') && ShownTable.Plain(file.Headings[column]) == "Order value" ? Quotient(file)
                : shown.Foot[at].StartsWith('Σ') ? values.Sum()
                : shown.Foot[at].StartsWith('⌀') ? values.DefaultIfEmpty().Average()
                : s_additive.Contains(ShownTable.Plain(file.Headings[column])) ? values.Sum() : double.NaN;

            // Every row of money is rounded to the cent.
            if (Math.Abs(expected - total.Value) > total.Half + (0.005 * values.Length))
            {
                yield return $"the total of {file.Headings[column]} is {shown.Foot[at]} on the page and {expected.ToString("R", CultureInfo.InvariantCulture)} in the file";
            }
        }
    }

    private static double[] Numbers(ExportedFile file, int column)
        => [.. file.Rows.Select(row => double.TryParse(row[column], CultureInfo.InvariantCulture, out var value) ? value : double.NaN).Where(double.IsFinite)];

    // What one order is worth over all rows: sums divided, never a mean of quotients.
    private static double Quotient(ExportedFile file)
    {
        var headings = file.Headings.Select(ShownTable.Plain).ToList();
        var (revenue, invoices) = (headings.IndexOf("Revenue"), headings.IndexOf("Invoices"));
        return revenue < 0 || invoices < 0 ? double.NaN : Numbers(file, revenue).Sum() / Numbers(file, invoices).Sum();
    }

    private static bool IsSame(string shown, string cell)
    {
        if (cell.Length == 0 || cell == "0" || cell == "0.00")
        {
            return shown is "" or "–" or "0" || shown.StartsWith('0') || (cell.Length == 0 ? Figure(shown) is null : Figure(shown) is { Value: 0 });
        }

        if (DateTime.TryParseExact(cell, ["yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
        {
            return shown.StartsWith(moment.ToString(cell.Length > 10 && shown.Contains(':', StringComparison.Ordinal) ? "d MMM yyyy, HH:mm" : "d MMM yyyy", s_page), StringComparison.Ordinal);
        }

        var text = (cell is ['\'', ..] ? cell[1..] : cell).Trim();
        if (shown.Contains(Single().Replace(text, " "), StringComparison.Ordinal) || ShownTable.Plain(shown) == ShownTable.Plain(text) || (shown.Length >= 8 && text.StartsWith(shown, StringComparison.Ordinal)))
        {
            return true;
        }

        return double.TryParse(cell, CultureInfo.InvariantCulture, out var value) && Figure(shown) is { } figure && Math.Abs(value - figure.Value) <= figure.Half;
    }

    // The first number of a text, and half a unit of its last place; per cent as parts.
    private static (double Value, double Half)? Figure(string shown)
    {
        var match = Written().Match(shown);
        if (!match.Success)
        {
            return null;
        }

        var digits = match.Groups["number"].Value.Replace(",", "", StringComparison.Ordinal);
        var scale = match.Groups["percent"].Success ? 100 : 1;
        var sign = match.Groups["sign"].Success && match.Groups["sign"].Value is "-" or "−" ? -1 : 1;
        var places = digits.Contains('.', StringComparison.Ordinal) ? digits.Length - digits.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        return (sign * double.Parse(digits, CultureInfo.InvariantCulture) / scale, (0.5000001 * Math.Pow(10, -places) / scale) + 1e-9);
    }

    [GeneratedRegex(@"(?<sign>[-−+])?[^\d−+-]{0,4}?(?<number>\d[\d,]*(\.\d+)?)(?<percent>\s?%)?")]
    private static partial Regex Written();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Single();
}
