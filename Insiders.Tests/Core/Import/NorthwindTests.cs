using Insiders.Core.Import;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Core.Import;

/// <summary>A list of order details as of the Northwind sample database, read a second time by splitting its lines.</summary>
public sealed class NorthwindTests : IDisposable
{
    // The first three orders of the sample; the freight of an order stands on each of its lines and is no sale.
    private const string Text =
        "OrderID,CustomerID,OrderDate,ShipCountry,Freight,ProductID,ProductName,UnitPrice,Quantity,Discount\n"
        + "10248,VINET,1996-07-04,France,32.38,11,Queso Cabrales,14.00,12,0\n10248,VINET,1996-07-04,France,32.38,42,Singaporean Hokkien Fried Mee,9.80,10,0\n"
        + "10248,VINET,1996-07-04,France,32.38,72,Mozzarella di Giovanni,34.80,5,0\n10249,TOMSP,1996-07-05,Germany,11.61,14,Tofu,18.60,9,0\n"
        + "10249,TOMSP,1996-07-05,Germany,11.61,51,Manjimup Dried Apples,42.40,40,0\n10250,HANAR,1996-07-08,Brazil,65.83,41,Jack's New England Clam Chowder,7.70,10,0\n"
        + "10250,HANAR,1996-07-08,Brazil,65.83,51,Manjimup Dried Apples,42.40,35,0.15\n10250,HANAR,1996-07-08,Brazil,65.83,65,Louisiana Fiery Hot Pepper Sauce,16.80,15,0.15\n";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Its_headings_name_the_template_and_freight_is_no_price()
    {
        var headings = Text.Split('\n')[0].Split(',');

        Assert.Equal("Northwind: order details", ImportTemplate.Find(headings)?.Name);
        Assert.DoesNotContain("Freight", ColumnMapping.Match(headings, ImportOptions.Default.Columns).Headers.Values);
        Assert.All(ImportTemplate.All, template => Assert.True(Uri.TryCreate(template.Source, UriKind.Absolute, out _), template.Name));
    }

    [Fact]
    public void Every_customers_money_is_that_of_a_second_reading()
    {
        var expected = Text.Split('\n').Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','))
            .GroupBy(value => value[1], value => decimal.Parse(value[7], System.Globalization.CultureInfo.InvariantCulture)
                * decimal.Parse(value[8], System.Globalization.CultureInfo.InvariantCulture) * (1 - decimal.Parse(value[9], System.Globalization.CultureInfo.InvariantCulture)))
            .ToDictionary(customer => customer.Key, customer => customer.Sum());

        var file = SalesFile.Detect(_folder.Write("orders.csv", Text), ImportOptions.Default, CancellationToken.None);
        var read = new Dictionary<string, decimal>();
        using var reader = new SalesReader(file, row => Assert.Fail(row.Reason.Sentence));
        while (reader.Read())
        {
            var sale = reader.Current;
            var customer = System.Text.Encoding.UTF8.GetString(sale.Customer);
            read[customer] = read.GetValueOrDefault(customer) + (sale.Amount / 10_000m);
        }

        // Order 10248: 168.00 + 98.00 + 174.00; order 10250: 77.00 + 85 % of 1,484.00 and of 252.00.
        Assert.Equal((440.00m, 1_552.60m), (read["VINET"], read["HANAR"]));
        Assert.Equal(expected, read);
    }
}
