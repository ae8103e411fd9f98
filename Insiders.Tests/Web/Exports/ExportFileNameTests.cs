using System.Globalization;
using System.Text;
using Insiders.Web.Exports;
using Insiders.Web.Localization;

namespace Insiders.Tests.Web.Exports;

public sealed class ExportFileNameTests
{
    private static readonly DateOnly s_day = new(2026, 11, 30);

    [Theory]
    [InlineData("en", "Customers – Germany, Revenue ≥ 1,000 – 7 of 4,312 – 2026-11-30.csv")]
    [InlineData("pt-BR", "Customers – Germany, Revenue ≥ 1,000 – 7 de 4.312 – 2026-11-30.csv")]
    public void A_name_says_what_narrows_the_table_and_how_many_rows_it_has(string culture, string expected)
        => Assert.Equal(expected, In(culture, () => ExportFileName.Of(Table("Customers", 7, 4_312, "Germany", "Revenue ≥ 1,000"), s_day, "csv")));

    [Theory]
    [InlineData(12, 12)]
    [InlineData(12, null)]
    public void Where_nothing_was_left_out_the_number_stands_alone(int count, int? whole)
        => Assert.Equal("Countries – 12 – 2026-11-30.xlsx", In("en", () => ExportFileName.Of(Table("Countries", count, whole), s_day, "xlsx")));

    [Theory]
    [InlineData("a/b\\c\r\n\"d", "a-b-c  -d – 1 – 2026-11-30.csv")]
    [InlineData("../..", "Insiders – 1 – 2026-11-30.csv")]
    [InlineData("CON", "CON – 1 – 2026-11-30.csv")]
    [InlineData("São Paulo – 2026", "São Paulo – 2026 – 1 – 2026-11-30.csv")]
    [InlineData("fdp\u202Evsc.exe", "fdp-vsc.exe – 1 – 2026-11-30.csv")]
    [InlineData("<img src=x onerror=alert(1)>", "img src=x onerror=alert(1) – 1 – 2026-11-30.csv")]
    [InlineData("🙂\0", "Insiders – 1 – 2026-11-30.csv")]
    public void A_file_has_a_name_that_every_file_system_takes(string title, string expected)
        => Assert.Equal(expected, In("en", () => ExportFileName.Of(Table(title, 1, null), s_day, "csv")));

    [Fact]
    public void Conditions_that_have_no_room_are_counted_and_the_count_of_rows_always_stays()
    {
        string[] countries = [.. Enumerable.Range(1, 30).Select(number => $"Country number {number}")];

        var name = In("en", () => ExportFileName.Of(Table("Customers", 7, 4_312, countries), s_day, "csv"));

        Assert.Matches(@"^Customers – (Country number \d+, )+Country number \d+ \+\d+ – 7 of 4,312 – 2026-11-30\.csv$", name);
        Assert.Equal(30, name.Split("Country number").Length - 1 + int.Parse(name.Split('+')[1].Split(' ')[0], CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("ä")]
    [InlineData("顧")]
    [InlineData("𝒳")] // four bytes, and two characters that are none alone
    [InlineData("/")]
    public void A_name_is_never_longer_than_a_file_system_allows_whatever_it_is_made_of(string letter)
    {
        var text = string.Concat(Enumerable.Repeat(letter, 500));

        var name = In("en", () => ExportFileName.Of(Table(text, 1_234_567, 7_654_321, text, text), s_day, "xlsx"));

        Assert.InRange(Encoding.UTF8.GetByteCount(name), 1, ExportFileName.LongestBytes);
        Assert.EndsWith(" – 1,234,567 of 7,654,321 – 2026-11-30.xlsx", name, StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', name);
    }

    private static ExportTable Table(string title, int count, int? whole, params string[] conditions)
        => new(() => title, [new("x", ValueKind.Whole)], AsyncEnumerable.Empty<IReadOnlyList<object?>>(), count) { Whole = whole, Conditions = () => conditions };

    private static string In(string culture, Func<string> say)
    {
        var (numbers, words) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            return say();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (numbers, words);
        }
    }
}
