using System.Globalization;
using System.Text;

namespace Insiders.Tests.Fixtures.Shops;

/// <summary>Names that would do harm if they were interpreted, and sales with them.</summary>
internal static class HostileNames
{
    /// <summary>Markup with a script.</summary>
    public const string Markup = "<img src=x onerror=alert(1)>";

    /// <summary>A formula that starts a program.</summary>
    public const string Formula = "=cmd|' /C calc'!A0";

    private const int Customers = 48;
    private const int Products = 12;

    /// <summary>One of the two names; the first of each unchanged, others with a number appended.</summary>
    /// <param name="number">From 0.</param>
    public static string Of(int number) => number switch
    {
        0 => Markup,
        1 => Formula,
        _ => string.Create(CultureInfo.InvariantCulture, $"{(number % 2 == 0 ? Markup : Formula)} {number}"),
    };

    /// <summary>True for a text that contains one of them, ignoring case.</summary>
    public static bool AreIn(string text) => text.Contains(Markup, StringComparison.OrdinalIgnoreCase) || text.Contains(Formula, StringComparison.OrdinalIgnoreCase);

    /// <summary>A ledger with times whose customers, products, stock codes, invoices and countries have such names; two countries are on the map. The last two rows are not sales.</summary>
    public static string Ledger()
    {
        var text = new StringBuilder("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n");
        for (var customer = 0; customer < Customers; customer++)
        {
            var country = (customer % 4) switch { 2 => "United Kingdom", 3 => "France", var hostile => Of(hostile) };
            for (var visit = 0; visit < 3 + (customer % 4); visit++)
            {
                var soldAt = new DateTime(2017, 1, 2, 8, 15, 0).AddDays((29 * visit) + customer).AddHours((customer + visit) % 9);
                var invoice = Of((customer * 10) + visit);
                Row(text, invoice, (customer + visit) % Products, 2 + ((customer * 7) % 30), soldAt, 1.25m + (customer % 5), customer, country);
                Row(text, invoice, (customer + (3 * visit)) % Products, 4 + visit, soldAt, 2.5m, customer, country);
            }

            if (customer % 6 == 0)
            {
                Row(text, Of(900 + customer), customer % Products, -1, new DateTime(2017, 6, 20, 10, 0, 0), 1.25m, customer, country);
            }
        }

        return text.Append(CultureInfo.InvariantCulture, $"7,A,Mug,{Markup},2017-01-02 09:00:00,1.50,c1,France\n8,B,Cup,2,2017-01-02 09:00:00,{Formula},c1,France\n").ToString();
    }

    private static void Row(StringBuilder text, string invoice, int product, int quantity, DateTime soldAt, decimal price, int customer, string country)
        => text.Append(CultureInfo.InvariantCulture, $"{invoice},{Of(100 + product)},{Of(product)},{quantity},{soldAt:yyyy-MM-dd HH:mm:ss},{price},{Of(customer)},{country}\n");
}
