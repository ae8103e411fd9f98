using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Insiders.Core.Import;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Core.Import;

public sealed partial class RoundTripTests
{
    private static readonly Encoding s_windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static readonly string[] s_patterns = ["yyyy-MM-dd", "dd/MM/yyyy", "MM/dd/yyyy", "dd-MMM-yy", "dd.MM.yyyy"];

    private static readonly Gen<string> s_text = Gen.String[Gen.Char["abzAZ019 ,;|\t\"'\n\r-=éçãß€"], 1, 20]
        .Select(text => text.Replace('\u00A0', ' ').Trim(' ', '\t', '\r', '\n')).Where(text => text.Length > 0 && !IsFormula(text));

    private static readonly Gen<string?> s_textOrNull = Gen.OneOf(s_text.Select(text => (string?)text), Gen.Const((string?)null));

    // A text wrapped in a formula, ="00123", is read as the text in it: a test of its own says so.
    private static bool IsFormula(string text) => text.Length > 2 && text.StartsWith("=\"", StringComparison.Ordinal) && text.EndsWith('"');

    // "17850,0" is read as the customer 17850, on purpose: a test of its own says so.
    private static readonly Gen<string?> s_customer = s_textOrNull.Where(text => text is null || !DecimalNumber().IsMatch(text));

    private static readonly Gen<ReadSale> s_sale = Gen.Select(
        Gen.Select(s_text, s_text, s_textOrNull),
        Gen.Int[-1_000_000, 1_000_000],
        Gen.Select(Gen.DateTime[new DateTime(1971, 1, 1), new DateTime(2069, 12, 31)], Gen.Bool),
        Gen.Long[-1_000_000_000_000, 1_000_000_000_000],
        Gen.Select(s_customer, s_textOrNull),
        (texts, quantity, at, price, who) => new ReadSale(
            0, texts.Item1, texts.Item2, texts.Item3, quantity,
            at.Item2 ? at.Item1.Date : at.Item1.AddTicks(-(at.Item1.Ticks % TimeSpan.TicksPerSecond)), price / 10_000m, who.Item1, who.Item2));

    private static readonly Gen<Dialect> s_dialect = Gen.Select(
        Gen.Int[0, 3],
        Gen.Char[",;|\t"],
        Gen.Bool,
        Gen.Int[0, s_patterns.Length - 1],
        Gen.Bool,
        (encoding, separator, comma, dates, windows) => new Dialect(encoding, separator, comma, s_patterns[dates], windows ? "\r\n" : "\n"));

    [GeneratedRegex(@"^[0-9]+[.,]0$")]
    private static partial Regex DecimalNumber();

    [Fact]
    public void What_is_written_in_any_dialect_is_read_back()
    {
        using var folder = new TempFolder();
        var files = 0;

        Gen.Select(s_sale.List[1, 30], s_dialect).Sample(
            (sales, dialect) =>
            {
                var path = folder.Write(FormattableString.Invariant($"{Interlocked.Increment(ref files)}.csv"), dialect.Write(sales));
                // A few rows may leave the order of day and month or the decimal mark open, so these two are told; the rest is detected.
                var options = new ImportOptions
                {
                    DatePattern = dialect.Dates,
                    DecimalMark = dialect.Comma ? DecimalMark.Comma : DecimalMark.Point,
                    Encoding = dialect.Encoding == 2 ? TextEncoding.Latin1 : null,
                };

                var (read, rejects, file) = ReadSale.ReadAll(path, options);

                Assert.Empty(rejects);
                Assert.Equal(dialect.Separator, file.Dialect.Separator);
                Assert.Equal(sales.Select(sale => sale with { Line = 0 }), read.Select(sale => sale with { Line = 0 }));
                File.Delete(path);
            },
            iter: 300,
            threads: 1);
    }

    private sealed record Dialect(int Encoding, char Separator, bool Comma, string Dates, string End)
    {
        public byte[] Write(IEnumerable<ReadSale> sales)
        {
            var text = new StringBuilder(ReadSale.Header.Replace(',', Separator).Replace("\n", End, StringComparison.Ordinal));
            foreach (var sale in sales)
            {
                string?[] values =
                [
                    sale.Invoice, sale.StockCode, sale.Description, sale.Quantity.ToString(CultureInfo.InvariantCulture), Date(sale.SoldAt),
                    Price(sale.UnitPrice), sale.Customer, sale.Country,
                ];
                text.AppendJoin(Separator, values.Select(Quoted)).Append(End);
            }

            Encoding encoding = Encoding switch { 0 => new UTF8Encoding(false), 1 => new UTF8Encoding(true), 2 => s_windows1252, _ => System.Text.Encoding.Unicode };
            return [.. encoding.GetPreamble(), .. encoding.GetBytes(text.ToString())];
        }

        private string Date(DateTime at) =>
            at.ToString(at.TimeOfDay == TimeSpan.Zero ? Dates : Dates + " HH:mm:ss", CultureInfo.InvariantCulture);

        private string Price(decimal price)
        {
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NumberGroupSeparator) = Comma ? (",", ".") : (".", ",");
            return price.ToString("#,##0.0000", culture);
        }

        private string Quoted(string? value) => value is null ? ""
            : value.AsSpan().IndexOfAny([Separator, '"', '\n', '\r']) >= 0 ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
    }
}
