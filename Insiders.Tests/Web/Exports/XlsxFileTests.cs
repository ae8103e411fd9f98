using System.IO.Compression;
using System.Xml.Linq;
using Insiders.Web.Exports;
using Insiders.Web.Localization;

namespace Insiders.Tests.Web.Exports;

public sealed class XlsxFileTests
{
    private const string Formula = "=cmd|' /C calc'!A0";
    private const string Markup = "<img src=x onerror=alert(1)>";

    [Fact]
    public async Task Numbers_are_numbers_days_are_days_and_texts_are_texts()
    {
        var table = ExportTable.Of<int>(
            () => "All kinds", [1],
            new("text", ValueKind.Text, _ => "17850"),
            new("whole", ValueKind.Whole, _ => 4_312),
            new("number", ValueKind.Number, _ => -0.25),
            new("money", ValueKind.Money, _ => 8_524_604.60m),
            new("share", ValueKind.Share, _ => 0.623),
            new("day", ValueKind.Day, _ => new DateOnly(2017, 12, 7)),
            new("moment", ValueKind.Moment, _ => new DateTimeOffset(new DateTime(2020, 2, 29, 18, 0, 0, DateTimeKind.Local))),
            new("none", ValueKind.Number, _ => null),
            new("undefined", ValueKind.Number, _ => double.NaN));

        var rows = await Sheet.RowsAsync(table);

        Assert.Equal(["text", "whole", "number", "money", "share", "day", "moment", "none", "undefined"], rows[0].Values);
        Assert.Equal(
            ["17850", 4_312.0, -0.25, 8_524_604.6, 0.623, new DateTime(2017, 12, 7), new DateTime(2020, 2, 29, 18, 0, 0), null, null],
            rows[1].Values);
    }

    [Theory]
    [InlineData(Formula)]
    [InlineData(Markup)]
    [InlineData("+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("0012")]
    [InlineData("_x0041_")]
    [InlineData("  two blanks & a \"quote\" 🙂")]
    public async Task A_text_comes_back_as_it_was_and_is_no_formula(string text)
    {
        var table = ExportTable.Of<string>(() => text, [text], new(text, ValueKind.Text, row => row), new("n", ValueKind.Whole, _ => 1));
        using var file = new MemoryStream();
        await XlsxFile.WriteAsync(file, table, CancellationToken.None);

        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        var cells = Sheet.Part(archive, "xl/worksheets/sheet1.xml").Descendants().Where(element => element.Name.LocalName == "c").ToList();

        Assert.DoesNotContain(cells.Descendants(), element => element.Name.LocalName == "f");
        Assert.Equal(["str", "str", "str", null], cells.Select(cell => cell.Attribute("t")?.Value)); // a text given, not one to compute: no <f>
        Assert.Equal([text, "n", text], cells.Take(3).Select(cell => Sheet.Shown(cell.Value)));
        Assert.Equal("@", FormatOf(archive, cells[2])); // and one that stays a text when somebody edits it
    }

    [Fact]
    public async Task What_XML_refuses_is_left_out_and_the_rest_stays()
    {
        var rows = await Sheet.RowsAsync(ExportTable.Of<string>(() => "t", ["a\0b\u0001c\uFFFEd\ud800e\tf\ng"], new ExportField<string>("x", ValueKind.Text, row => row)));

        Assert.Equal("abcde\tf\ng", rows[1]["A"]);
    }

    [Theory]
    [InlineData("a/b\\c:d*e?f[g]", "a b c d e f g")]
    [InlineData("'quoted'", "quoted")]
    [InlineData("", "Insiders")]
    [InlineData("A name that is longer than thirty-one characters", "A name that is longer than thir")]
    public async Task A_sheet_has_a_name_that_Excel_allows(string name, string expected)
    {
        using var file = new MemoryStream();
        await XlsxFile.WriteAsync(file, ExportTable.Of<int>(() => name, [1], new ExportField<int>("x", ValueKind.Whole, row => row)), CancellationToken.None);

        Assert.Equal([expected], Sheet.Names(file));
    }

    [Fact]
    public async Task A_table_longer_than_a_sheet_goes_on_on_the_next_and_loses_no_row()
    {
        using var file = new MemoryStream();
        var table = ExportTable.Of<int>(() => "long", Enumerable.Range(1, 25), new ExportField<int>("x", ValueKind.Whole, row => row));

        await XlsxFile.WriteAsync(file, table, rowsPerSheet: 11, CancellationToken.None);

        Assert.Equal(["long", "long (2)", "long (3)"], Sheet.Names(file));
        Assert.Equal([11, 11, 6], Sheet.Names(file).Select(name => Sheet.Read(file, name).Count)); // 10 + 10 + 5 rows, a heading each
        Assert.Equal(25.0, Sheet.Read(file, "long (3)")[^1]["A"]);
    }

    [Fact]
    public async Task Two_hundred_thousand_customers_are_all_there()
    {
        using var file = new MemoryStream();
        var table = ExportTable.Of<int>(
            () => "Customers", Enumerable.Range(1, 200_000),
            new("id", ValueKind.Text, row => row.ToString(System.Globalization.CultureInfo.InvariantCulture)), new("revenue", ValueKind.Money, row => row / 4.0));

        await XlsxFile.WriteAsync(file, table, CancellationToken.None);

        Assert.Equal(200_001, Sheet.Read(file).Count);
    }

    [Fact]
    public async Task A_table_without_rows_is_its_heading()
        => Assert.Equal(["x"], Assert.Single(await Sheet.RowsAsync(ExportTable.Of<int>(() => "t", [], new ExportField<int>("x", ValueKind.Text, _ => "")))).Values);

    [Fact]
    public async Task Every_part_of_the_workbook_is_declared_and_well_formed()
    {
        using var file = new MemoryStream();
        await XlsxFile.WriteAsync(file, ExportTable.Of<string>(() => "A & <b>", ["x"], new ExportField<string>("x", ValueKind.Text, row => row)), CancellationToken.None);
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);

        var types = Sheet.Part(archive, "[Content_Types].xml");
        var declared = types.Root!.Elements().Select(element => element.Attribute("PartName")?.Value).OfType<string>();
        foreach (var part in archive.Entries)
        {
            Sheet.Part(archive, part.FullName);
            Assert.True(part.FullName is "[Content_Types].xml" || part.FullName.EndsWith(".rels", StringComparison.Ordinal) || declared.Contains("/" + part.FullName), part.FullName);
        }
    }

    private static string FormatOf(ZipArchive archive, XElement cell)
    {
        var styles = Sheet.Part(archive, "xl/styles.xml");
        var style = styles.Descendants().Single(element => element.Name.LocalName == "cellXfs").Elements().ElementAt((int)cell.Attribute("s")!);
        return styles.Descendants().Single(element => element.Name.LocalName == "numFmt" && element.Attribute("numFmtId")!.Value == style.Attribute("numFmtId")!.Value).Attribute("formatCode")!.Value;
    }
}
