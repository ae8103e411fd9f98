using System.Globalization;
using System.Net;
using Insiders.Tests.Web.Exports;

namespace Insiders.Tests.Browser.Exports;

/// <summary>A table as its CSV has it, which its workbook has as well.</summary>
/// <param name="Name">What the file is called.</param>
/// <param name="Headings">Of its columns.</param>
/// <param name="Rows">Cells as written: numbers with a point, days with dashes.</param>
internal sealed record ExportedFile(string Name, string[] Headings, string[][] Rows)
{
    /// <summary>Fetches both files of an address and finds them equal.</summary>
    /// <param name="client">Somebody's.</param>
    /// <param name="stop">Whose table it is.</param>
    /// <param name="csvAddress">Of the CSV, as its link has it.</param>
    /// <param name="xlsxAddress">Of the workbook.</param>
    public static async Task<ExportedFile> FetchAsync(HttpClient client, ExportStop stop, string csvAddress, string xlsxAddress)
    {
        var csv = await client.GetAsync($"{csvAddress}{(csvAddress.Contains('?', StringComparison.Ordinal) ? '&' : '?')}sep=comma&dec=point");
        Assert.True(csv.StatusCode == HttpStatusCode.OK, $"{stop.Key}: {csvAddress} answers {csv.StatusCode}");
        var lines = CsvCells.Of((await csv.Content.ReadAsStringAsync()).TrimStart('\uFEFF'), ',');
        var file = new ExportedFile(csv.Content.Headers.ContentDisposition!.FileNameStar!, [.. lines[0]], [.. lines.Skip(1).Select(line => line.ToArray())]);

        var xlsx = await client.GetAsync(xlsxAddress);
        var sheet = Sheet.Read(new MemoryStream(await xlsx.Content.ReadAsByteArrayAsync()));
        Assert.True(sheet.Count - 1 == file.Rows.Length + (stop.Grows ? 1 : 0), $"{stop.Key}: the workbook has {sheet.Count - 1} rows, the CSV {file.Rows.Length}");
        Equal(stop, file.Headings, sheet[0]);
        foreach (var (cells, row) in file.Rows.Zip(sheet.Skip(stop.Grows ? 2 : 1)))
        {
            Equal(stop, cells, row);
        }

        if (!stop.Grows)
        {
            Assert.Equal(Path.GetFileNameWithoutExtension(file.Name), Path.GetFileNameWithoutExtension(xlsx.Content.Headers.ContentDisposition!.FileNameStar!));
        }

        return file;
    }

    // Cells of a sheet are named A, B, …, Z, AA; one without a value is not there.
    private static void Equal(ExportStop stop, string[] cells, IDictionary<string, object?> row)
    {
        for (var column = 0; column < cells.Length; column++)
        {
            var (csv, xlsx) = (cells[column], row.TryGetValue(Letters(column), out var value) ? value : null);
            var isEqual = xlsx switch
            {
                null => csv.Length == 0,
                double number => double.TryParse(csv, NumberStyles.Float, CultureInfo.InvariantCulture, out var written) && Math.Abs(written - number) <= 1e-9 * Math.Max(1, Math.Abs(number)),
                DateTime moment => DateTime.TryParse(csv, CultureInfo.InvariantCulture, DateTimeStyles.None, out var written) && Math.Abs((written - moment).TotalSeconds) <= 1,
                _ => csv == (string)xlsx || csv == "'" + xlsx,
            };
            Assert.True(isEqual, $"{stop.Key}: column {column + 1} is {csv} in the CSV and {xlsx} in the workbook");
        }
    }

    private static string Letters(int column) => (column >= 26 ? ((char)('A' + (column / 26) - 1)).ToString() : "") + (char)('A' + (column % 26));
}
