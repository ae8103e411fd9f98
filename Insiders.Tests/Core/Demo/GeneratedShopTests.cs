using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Insiders.Core.Cleaning;
using Insiders.Core.Demo;
using Insiders.Core.Features;
using Insiders.Core.Ledger;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Core.Demo;

public sealed class GeneratedShopTests
{
    private static readonly ShopOptions s_default = new() { AsOf = new DateOnly(2026, 6, 30) };
    private static readonly Lazy<string> s_csv = new(() => Text(s_default));

    [Fact]
    public void One_seed_gives_the_same_bytes_under_any_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("pt-BR");

            Assert.Equal(Hash(s_csv.Value), Hash(Text(s_default)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Another_seed_gives_another_shop() => Assert.NotEqual(Hash(s_csv.Value), Hash(Text(s_default with { Seed = 43 })));

    [Fact]
    public void Every_line_has_the_columns_of_the_schema_and_lies_within_the_dates()
    {
        var lines = s_csv.Value.TrimEnd('\n').Split('\n');

        Assert.Equal("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country", lines[0]);
        Assert.InRange(lines.Length - 1, 60_000, 100_000);
        var last = 0;
        foreach (var cells in lines.Skip(1).Select(line => line.Replace(", ", " ", StringComparison.Ordinal).Split(',')))
        {
            Assert.Equal(8, cells.Length);
            var invoice = int.Parse(cells[0].TrimStart('C'), CultureInfo.InvariantCulture);
            Assert.True(invoice >= last, "Invoice numbers only grow.");
            last = invoice;
            var quantity = int.Parse(cells[3], CultureInfo.InvariantCulture);
            Assert.NotEqual(0, quantity);
            Assert.True(cells[0][0] == 'C' ? quantity < 0 : quantity > 0 || (cells[2].Length == 0 && cells[6].Length == 0), string.Join(',', cells));
            var time = DateTime.ParseExact(cells[4], "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            Assert.InRange(DateOnly.FromDateTime(time), s_default.AsOf.AddDays(-394), s_default.AsOf);
            Assert.InRange(time.Hour, 8, 18);
            Assert.Matches(@"^\d+\.\d\d$", cells[5]);
        }
    }

    [Fact]
    public async Task The_default_shop_is_cleaned_to_a_believable_base()
    {
        using var session = Load(s_csv.Value);

        var clean = await CleanLedger.BuildAsync(session, CleaningSettings.Default, CancellationToken.None);
        var table = await FeatureTable.BuildAsync(clean, s_default.AsOf, CancellationToken.None);

        var report = clean.Report;
        Assert.Equal(2_000, report.Steps[0].CustomersLeft);
        Assert.InRange(table.Customers, 1_950, 1_999);
        Assert.InRange(report.Countries, 20, 26);
        Assert.Equal(["Unspecified"], report.UnplacedCountries.AsEnumerable());
        Assert.Empty(report.WeekdaysWithoutSales);
        Assert.True(report.HasTimes);
        Assert.InRange(report.RelocatedCustomers, 1, 20);
        Assert.All(report.Steps.Skip(1).Where(step => step.Rule is not ("excluded-customer" or "no-price")), step => Assert.True(step.RowsDropped > 0, step.Rule));
        Assert.True(report.UnattributedRevenueAmount > 0);

        // A few bring most: the top 5 % hold 40 to 80 % of the revenue, and a third or more bought on one day only.
        var revenue = table.Column("gross_revenue").OrderDescending().ToArray();
        Assert.InRange(revenue.Take(revenue.Length / 20).Sum() / revenue.Sum(), 0.4, 0.8);
        Assert.InRange(table.Column("qtty_invoices").Count(invoices => invoices == 1) / (double)table.Customers, 0.2, 0.5);
        Assert.InRange(table.Column("recency_days").Average(), 60, 200);
        Assert.InRange(table.Column("return_rate").Average(), 0.002, 0.05);
    }

    [Theory]
    [InlineData(1, 60)]
    [InlineData(3, 800)]
    public void A_shop_of_any_size_has_a_purchase_for_every_customer(int customers, int days)
    {
        using var session = Load(Text(new ShopOptions { AsOf = new DateOnly(2026, 2, 28), Customers = customers, Days = days }));

        Assert.Equal(customers.ToString(CultureInfo.InvariantCulture), TestLedger.Scalar(session, "SELECT count(DISTINCT customer_id) FROM sales WHERE quantity > 0"));
    }

    [Fact]
    public void The_number_of_lines_is_told()
    {
        using var text = new StringWriter();

        var lines = GeneratedShop.Write(text, s_default with { Customers = 50 }, CancellationToken.None);

        Assert.Equal(text.ToString().Count(character => character == '\n') - 1, lines);
    }

    [Fact]
    public void A_cancelled_shop_stops()
        => Assert.Throws<OperationCanceledException>(() => GeneratedShop.Write(TextWriter.Null, s_default, new CancellationToken(canceled: true)));

    [Theory]
    [InlineData(0, 395)]
    [InlineData(5_000_001, 395)]
    [InlineData(10, 59)]
    [InlineData(10, 3_661)]
    public void A_size_out_of_range_is_refused(int customers, int days)
        => Assert.Throws<ArgumentOutOfRangeException>(() => s_default with { Customers = customers, Days = days });

    private static string Text(ShopOptions options)
    {
        using var text = new StringWriter();
        GeneratedShop.Write(text, options, CancellationToken.None);
        return text.ToString();
    }

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static LedgerSession Load(string csv)
    {
        var file = Path.Combine(Path.GetTempPath(), $"insiders-shop-{Guid.NewGuid():N}.csv");
        File.WriteAllText(file, csv);
        try
        {
            var session = LedgerSession.Open([], 2, 1_000, null);
            session.Execute($"""
                INSERT INTO {LedgerSchema.View} SELECT 0, InvoiceNo, StockCode, nullif(trim(Description), ''), CAST(Quantity AS INTEGER), CAST(InvoiceDate AS TIMESTAMP),
                    CAST(UnitPrice AS DECIMAL(18,4)), nullif(CustomerID, ''), nullif(Country, '')
                FROM read_csv({LedgerSession.Quote(file)}, all_varchar = true, header = true, delim = ',', quote = '"')
                """);
            return session;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
