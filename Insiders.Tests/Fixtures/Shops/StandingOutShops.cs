using System.Globalization;
using Insiders.Core.Numerics;

namespace Insiders.Tests.Fixtures.Shops;

/// <summary>Shops of 300 customers who come every thirty days for a year, made so that one thing stands out at its end. The same every time.</summary>
public static class StandingOutShops
{
    private const int Customers = 300;
    private const int Products = 40;
    private const int Best = 30;
    private const string Odd = "A7";

    /// <summary>Their last day.</summary>
    public static DateOnly AsOf { get; } = new(2017, 12, 31);

    /// <summary>The day of the spike, a Tuesday.</summary>
    public static DateOnly SpikeDay { get; } = new(2017, 12, 12);

    /// <summary>Nothing happens.</summary>
    public static IReadOnlyList<SaleRow> Nothing() => Steady();

    /// <summary>Nobody in Portugal buys in December.</summary>
    public static IReadOnlyList<SaleRow> CountryLeaves() => [.. Steady().Where(row => row.Country != "Portugal" || row.SoldAt < new DateTime(2017, 12, 1))];

    /// <summary>The customers who spend most have bought nothing since October.</summary>
    public static IReadOnlyList<SaleRow> BestStop()
        => [.. Steady().Where(row => RankOf(row.Customer!) >= Best || row.SoldAt < new DateTime(2017, 11, 1))];

    /// <summary>Half of the customers buy three times as much again on one day.</summary>
    public static IReadOnlyList<SaleRow> SpikeOfOneDay()
    {
        var rows = Steady();
        for (var customer = 0; customer < Customers; customer += 2)
        {
            var rng = Rng.Stream(21, (ulong)customer);
            Sell(rows, customer, SpikeDay, ref rng, times: 4);
        }

        return rows;
    }

    /// <summary>In December whatever was bought of one product since November is sent back.</summary>
    public static IReadOnlyList<SaleRow> ProductIsSentBack()
    {
        var rows = Steady();
        foreach (var sale in rows.Where(row => row.StockCode == Odd && row.SoldAt >= new DateTime(2017, 11, 1) && row.SoldAt <= new DateTime(2017, 12, 20)).ToArray())
        {
            rows.Add(sale with { Invoice = "C" + sale.Invoice, Quantity = -sale.Quantity, SoldAt = new(2017, 12, 21) });
        }

        return rows;
    }

    /// <summary>One product is not sold from April to November, and then again.</summary>
    public static IReadOnlyList<SaleRow> ProductComesBack()
        => [.. Steady().Where(row => row.StockCode != Odd || row.SoldAt < new DateTime(2017, 4, 1) || row.SoldAt >= new DateTime(2017, 12, 1))];

    private static List<SaleRow> Steady()
    {
        var rows = new List<SaleRow>();
        for (var customer = 0; customer < Customers; customer++)
        {
            var rng = Rng.Stream(20, (ulong)customer);
            var phase = customer * 30 / Customers;
            for (var visit = 0; (visit * 30) + phase < 360; visit++)
            {
                Sell(rows, customer, AsOf.AddDays(-Math.Max((visit * 30) + phase + (visit == 0 ? 0 : rng.NextInt(3) - 1), 0)), ref rng, times: 1);
            }
        }

        return rows;
    }

    private static void Sell(List<SaleRow> rows, int customer, DateOnly day, ref Rng rng, int times)
    {
        // The first customers by number spend most: eight times what the last do.
        var size = 4 * Math.Exp(2.1 * (Customers - 1 - (customer * 7 % Customers)) / Customers);
        for (var line = 0; line < 4; line++)
        {
            var product = rng.NextInt(Products);
            rows.Add(new SaleRow
            {
                Invoice = string.Create(CultureInfo.InvariantCulture, $"{customer}{day:yyMMdd}"),
                StockCode = string.Create(CultureInfo.InvariantCulture, $"A{product}"),
                Description = string.Create(CultureInfo.InvariantCulture, $"MUG {product}"),
                Quantity = times * (int)(size * (0.8 + (0.4 * rng.NextDouble()))),
                UnitPrice = 2.5m,
                SoldAt = day.ToDateTime(TimeOnly.MinValue),
                Customer = string.Create(CultureInfo.InvariantCulture, $"{10_001 + customer}"),
                Country = (customer % 7) switch { 0 => "Portugal", 1 => "Germany", _ => "United Kingdom" },
            });
        }
    }

    private static int RankOf(string customer) => (int.Parse(customer, CultureInfo.InvariantCulture) - 10_001) * 7 % Customers;
}
