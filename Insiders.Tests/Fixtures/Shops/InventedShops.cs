using System.Globalization;
using Insiders.Core.Numerics;

namespace Insiders.Tests.Fixtures.Shops;

/// <summary>Shops in which all customers behave alike, so that what can be said about them is known. Deterministic.</summary>
public static class InventedShops
{
    private const int Customers = 300;
    private const int FirstCustomer = 10_001;

    /// <summary>The as-of date of most of them.</summary>
    public static DateOnly AsOf { get; } = new(2017, 12, 31);

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<SaleRow>> All { get; } = new Dictionary<string, IReadOnlyList<SaleRow>>
    {
        ["everybody monthly"] = Monthly(stoppedPeriods: 0),
        ["half of them stopped three periods ago"] = Monthly(stoppedPeriods: 3),
        ["all in December"] = December(),
        ["one purchase each"] = OneTimeBuyers(repeaters: 0),
        ["mostly one purchase each"] = OneTimeBuyers(repeaters: Customers / 5),
    };

    /// <summary>Whether a customer of <see cref="Monthly"/> is in the half that stopped buying.</summary>
    public static bool Stopped(string customer) => (int.Parse(customer, CultureInfo.InvariantCulture) - FirstCustomer) % 2 == 0;

    private static List<SaleRow> Monthly(int stoppedPeriods)
    {
        var rows = new List<SaleRow>();
        for (var customer = 0; customer < Customers; customer++)
        {
            var rng = Rng.Stream(7, (ulong)customer);
            var phase = rng.NextInt(30);
            for (var period = customer % 2 == 0 ? stoppedPeriods : 0; (period * 30) + phase < 360; period++)
            {
                Sell(rows, customer, AsOf.AddDays(-Math.Max((period * 30) + phase + rng.NextInt(5) - 2, 0)), ref rng);
            }
        }

        return rows;
    }

    private static List<SaleRow> December()
    {
        var rows = new List<SaleRow>();
        for (var customer = 0; customer < Customers; customer++)
        {
            var rng = Rng.Stream(8, (ulong)customer);
            for (var visits = 1 + rng.NextInt(4); visits > 0; visits--)
            {
                Sell(rows, customer, new DateOnly(2017, 12, 1).AddDays(rng.NextInt(31)), ref rng);
            }
        }

        return rows;
    }

    private static List<SaleRow> OneTimeBuyers(int repeaters)
    {
        var rows = new List<SaleRow>();
        for (var customer = 0; customer < Customers; customer++)
        {
            var rng = Rng.Stream(9, (ulong)customer);
            var ago = rng.NextInt(365);
            Sell(rows, customer, AsOf.AddDays(-ago), ref rng);
            if (customer < repeaters && ago > 20)
            {
                Sell(rows, customer, AsOf.AddDays(-ago + 5 + rng.NextInt(ago - 5)), ref rng);
            }
        }

        return rows;
    }

    // Spending is uneven, as in every shop: a few customers spend a hundred times what most do.
    private static void Sell(List<SaleRow> rows, int customer, DateOnly day, ref Rng rng)
    {
        var size = Math.Exp(3 * Rng.Stream(6, (ulong)customer).NextDouble());
        for (var line = 1 + rng.NextInt(3); line > 0; line--)
        {
            rows.Add(new SaleRow
            {
                Invoice = string.Create(CultureInfo.InvariantCulture, $"{customer}{day:yyMMdd}"),
                StockCode = string.Create(CultureInfo.InvariantCulture, $"A{rng.NextInt(40)}"),
                Description = string.Create(CultureInfo.InvariantCulture, $"MUG {rng.NextInt(40)}"),
                Quantity = 1 + (int)(size * rng.NextDouble()),
                UnitPrice = 1 + rng.NextInt(9),
                SoldAt = day.ToDateTime(TimeOnly.MinValue),
                Customer = string.Create(CultureInfo.InvariantCulture, $"{FirstCustomer + customer}"),
                Country = customer % 7 == 0 ? "Portugal" : "United Kingdom",
            });
        }
    }
}
