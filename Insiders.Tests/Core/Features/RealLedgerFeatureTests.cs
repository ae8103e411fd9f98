using System.Globalization;
using System.IO.Compression;
using Insiders.Core.Cleaning;
using Insiders.Core.Customers;
using Insiders.Core.Features;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Core.Features;

public sealed class RealLedgerFeatureTests
{
    [RealFileFact]
    public async Task Every_feature_of_every_customer_equals_the_reference()
    {
        var table = await BuildAsync(threads: 2);
        var reference = ReadReference(out var header);
        var compared = 0;

        Assert.Equal(reference.Keys.Order(StringComparer.Ordinal), table.CustomerIds);
        for (var row = 0; row < table.Customers; row++)
        {
            var expected = reference[table.CustomerIds[row]];
            Assert.Equal(expected[1], table.Countries[row], ignoreCase: true);
            for (var column = 2; column < header.Length; column++)
            {
                var actual = table.Values[row, table.ColumnOf(header[column])];
                Assert.True(
                    Math.Abs(double.Parse(expected[column], CultureInfo.InvariantCulture) - actual) <= 1e-6,
                    $"{header[column]} of customer {expected[0]}: expected {expected[column]}, found {actual}.");
                compared++;
            }
        }

        Assert.Equal(4_312 * 51, compared);
    }

    [RealFileFact]
    public async Task The_base_has_the_published_averages()
    {
        var table = await BuildAsync(threads: 2);
        var revenue = table.Column("gross_revenue").Order().ToArray();

        Assert.Equal(1_976.95, revenue.Average(), 0.005);
        Assert.Equal(674.69, (revenue[2_155] + revenue[2_156]) / 2, 0.0051);
        Assert.Equal(91.95, table.Column("recency_days").Average(), 0.005);
        Assert.Equal(1_155.23, table.Column("qtty_items").Average(), 0.005);
        Assert.False(table.Has("Friday"));
        Assert.Equal(["Friday"], table.LeftOut.Select(feature => feature.Name));
    }

    [RealFileFact]
    public async Task Customer_17850_is_as_published()
    {
        var table = await BuildAsync(threads: 2);
        var row = table.CustomerIds.IndexOf("17850");
        double Value(string feature) => table.Values[row, table.ColumnOf(feature)];

        Assert.Equal(5_391.21, Value("gross_revenue"), 1e-9);
        Assert.Equal(372, Value("recency_days"));
        Assert.Equal(34, Value("qtty_invoices"));
        Assert.Equal(1_733, Value("qtty_items"));
        Assert.Equal(21, Value("qtty_unique_items"));
        Assert.Equal(18.152222, Value("avg_ticket"), 5e-7);
        Assert.Equal(1, Value("avg_recency"));
        Assert.Equal(0.023081, Value("return_rate"), 5e-7);
    }

    [RealFileFact]
    public async Task What_an_order_of_customer_14646_is_worth_is_revenue_by_invoices_not_by_lines()
    {
        var table = await BuildAsync(threads: 2);
        var row = table.CustomerIds.IndexOf("14646");
        var measure = CustomerMeasures.Find(CustomerMeasures.OrderValue)!;

        Assert.Equal(3_838.44, CustomerMeasure.Divide(table.Values[row, table.ColumnOf(measure.Numerator)], table.Values[row, table.ColumnOf(measure.Denominator)]), 0.005);
        Assert.Equal(134.97, table.Values[row, table.ColumnOf("avg_ticket")], 0.005);
    }

    [RealFileFact]
    public async Task One_thread_gives_the_same_bits_as_two()
    {
        var one = await BuildAsync(threads: 1);
        var two = await BuildAsync(threads: 2);

        Assert.Equal(one.CustomerIds.AsEnumerable(), two.CustomerIds);
        Assert.True(one.Values.SameValues(two.Values));
    }

    private static async Task<FeatureTable> BuildAsync(int threads)
    {
        using var session = TestLedger.Open(TestLedger.Ecommerce, threads);
        var clean = await CleanLedger.BuildAsync(session, CleaningSettings.Default, CancellationToken.None);
        return await FeatureTable.BuildAsync(clean, clean.Report.LastDate, CancellationToken.None);
    }

    private static Dictionary<string, string[]> ReadReference(out string[] header)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(SharedData.Reference("retail/features.csv.gz")), CompressionMode.Decompress));
        header = reader.ReadLine()!.Split(',');
        var rows = new Dictionary<string, string[]>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            rows.Add(cells[0], cells);
        }

        return rows;
    }
}
