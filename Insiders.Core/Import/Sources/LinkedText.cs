using System.Text;
using Insiders.Core.Problems;

namespace Insiders.Core.Import.Sources;

/// <summary>Files that are parts of one list: the lines of orders, and files that say more of each order or customer by a key that both have. Their rows are put together.</summary>
/// <remarks>
/// The file with most of product, quantity and money is the list; what it lacks is taken from files with a heading of its own name whose values are unique. Of these
/// only the columns that sales need are held in memory, once per key. A file that adds nothing is passed over.
/// </remarks>
internal static class LinkedText
{
    // Lists are in a few files; hundreds are the months of one.
    private const int MostFiles = 20;

    private static readonly LedgerColumn[] s_ofLines = [LedgerColumn.StockCode, LedgerColumn.Description, LedgerColumn.Quantity, LedgerColumn.UnitPrice, LedgerColumn.Amount];

    /// <summary>Puts files together; null where they are no parts of one list, and are to be read one after the other.</summary>
    /// <param name="files">Disposed with the text.</param>
    /// <param name="options">What the caller knows better.</param>
    public static TextSource? Open(SourceFiles files, ImportOptions options)
    {
        if (files.All.Length is < 2 or > MostFiles)
        {
            return null;
        }

        var parts = files.All.Select(file => Part.Of(file, options)).ToList();
        if (parts.Exists(part => ColumnMapping.IsWhole(part.Headers, options.Columns)) || parts.TrueForAll(part => part.Headers.SequenceEqual(parts[0].Headers)))
        {
            return null;
        }

        var list = parts.MaxBy(part => s_ofLines.Count(ColumnMapping.Suggest(part.Headers, options.Columns).ContainsKey))!;
        var headers = list.Headers.ToList();
        var links = new List<Link>();
        while (parts.Where(part => part != list && !links.Exists(link => link.Part == part)).Select(part => Find(part, parts, headers, options)).FirstOrDefault(link => link is not null) is { } found)
        {
            links.Add(found);
            headers.AddRange(found.Added);
        }

        return ColumnMapping.IsWhole(headers, options.Columns)
            ? new RowsText(Rows(list, links, headers), files.All.Sum(file => file.Bytes), () => 0, ProblemCode.Other, files.Owner ?? Stream.Null) { HoldsTexts = true } : null;
    }

    /// <summary>How a file adds a column that sales need to what is there; null when it does not.</summary>
    private static Link? Find(Part part, List<Part> parts, List<string> headers, ImportOptions options)
    {
        if (part.Headers.FirstOrDefault(header => header.Length > 0 && headers.Contains(header)) is not { } key)
        {
            return null;
        }

        // The name in a file of customers is no product's.
        var known = ColumnMapping.Suggest(headers, options.Columns);
        var isOfProduct = known.GetValueOrDefault(LedgerColumn.StockCode) == key;
        List<string> added = [.. part.Headers.Where(header => header.Length > 0 && !headers.Contains(header)).Distinct()];
        var means = ColumnMapping.Suggest([.. headers, .. added], options.Columns);
        var needed = means.Where(column => added.Contains(column.Value) && (isOfProduct || !s_ofLines.Contains(column.Key))).Select(column => column.Value).ToHashSet();
        added = [.. added.Where(header => needed.Contains(header) || parts.Exists(other => other != part && other.Headers.Contains(header)))];
        return needed.Count > 0 ? Link.Read(part, key, headers.IndexOf(key), added) : null;
    }

    private static IEnumerable<IEnumerable<object?>> Rows(Part list, List<Link> links, List<string> headers)
    {
        yield return headers;
        foreach (var row in list.Read())
        {
            var values = new List<string>(headers.Count);
            values.AddRange(Enumerable.Range(0, list.Headers.Count).Select(at => row.ElementAtOrDefault(at) ?? ""));
            foreach (var link in links)
            {
                // A line whose order is in no file keeps its place: it is rejected with a reason.
                values.AddRange(link.Rows.GetValueOrDefault(values[link.KeyAt]) ?? Enumerable.Repeat("", link.Added.Count));
            }

            yield return values;
        }
    }

    /// <summary>A file with its headings.</summary>
    private sealed record Part(SourceFile File, CsvSample Sample)
    {
        public IReadOnlyList<string> Headers => Sample.Headers;

        public static Part Of(SourceFile file, ImportOptions options)
        {
            using var text = file.Open();
            var head = new byte[CsvSample.MaxBytes];
            var length = text.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            return new(file, CsvSample.Of(head.AsMemory(0, length), length < head.Length, text.HasTypes ? options with { Separator = ',' } : options));
        }

        public IEnumerable<string[]> Read()
        {
            using var records = CsvRecords.Of(File.Open(), Sample.Separator, Sample.Quoting, Sample.TitleLines);
            while (records.Read())
            {
                yield return [.. Enumerable.Range(0, records.Width).Select(at => Encoding.UTF8.GetString(records.Value(at)))];
            }
        }
    }

    /// <summary>A file whose rows are found by a key.</summary>
    private sealed record Link(Part Part, int KeyAt, List<string> Added, Dictionary<string, string[]> Rows)
    {
        /// <summary>Reads it; null where a key comes twice, so that it says nothing of one order or customer.</summary>
        public static Link? Read(Part part, string key, int keyAt, List<string> added)
        {
            var headers = part.Headers.ToList();
            var own = headers.IndexOf(key);
            int[] taken = [.. added.Select(header => headers.IndexOf(header))];
            var rows = new Dictionary<string, string[]>(StringComparer.Ordinal);
            foreach (var row in part.Read())
            {
                if (row.Length > own && !rows.TryAdd(row[own], [.. taken.Select(at => row.ElementAtOrDefault(at) ?? "")]))
                {
                    return null;
                }
            }

            return new(part, keyAt, added, rows);
        }
    }
}
