using System.Collections.Immutable;
using Insiders.Core.Numerics;

namespace Insiders.Core.Demo;

/// <summary>Writes orders, returns and the other entries that shops make.</summary>
internal sealed class ShopTill(TextWriter writer, ImmutableArray<ShopProduct> range, double[] busyness)
{
    private static readonly int[] s_packs = [1, 1, 1, 2, 2, 3, 3, 4, 6, 6, 8, 12, 24];

    private readonly SaleWriter _sales = new(writer);
    private readonly Dictionary<int, List<Returned>> _returns = [];

    /// <summary>Lines written so far.</summary>
    internal long Lines { get; private set; }

    /// <summary>Writes a customer's invoice and plans its returns.</summary>
    internal void Sell(int day, DateTime time, int number, in ShopCustomer customer, ref Rng rng)
    {
        var archetype = ShopArchetype.All[customer.Archetype];
        var invoice = _sales.NextInvoice();

        // One customer in 200 sometimes orders from a second country.
        var country = ShopCountries.All[number % 200 == 7 && rng.NextInt(4) == 0 ? (customer.Country + 1) % 5 : customer.Country].Name;
        var comesBack = customer.ReturnsAll || rng.NextDouble() < archetype.ReturnShare;
        var returnDay = ReturnDay(day, rng.NextInt(20));
        for (var line = LineCount(archetype.Lines, ref rng); line > 0; line--)
        {
            var place = rng.NextDouble() < 0.6 ? (customer.Taste + Popular(60, ref rng)) % range.Length : Popular(range.Length, ref rng);
            var quantity = Math.Max(1, (int)Math.Round(s_packs[rng.NextInt(s_packs.Length)] * customer.Scale));
            var pence = customer.Scale > 4 ? range[place].Pence * 85 / 100 : range[place].Pence;
            WriteGoods("", invoice, place, quantity, time, pence, GeneratedShop.FirstCustomer + number, country, ref rng);
            if (comesBack && returnDay > 0 && (customer.ReturnsAll || rng.NextInt(6) == 0))
            {
                (_returns.TryGetValue(returnDay, out var due) ? due : _returns[returnDay] = [])
                    .Add(new Returned(number, place, customer.ReturnsAll ? quantity : 1 + rng.NextInt(quantity), pence, country));
            }
        }

        if (customer.Country != 0)
        {
            Write("", invoice, "POST", "POSTAGE", 1 + rng.NextInt(3), time, 1_800, GeneratedShop.FirstCustomer + number, country);
        }
        else if (rng.NextInt(250) == 0)
        {
            Write("", invoice, "M", "Manual", 1, time, 500 + rng.NextInt(5_000), GeneratedShop.FirstCustomer + number, country);
        }
    }

    /// <summary>Writes an invoice without a customer.</summary>
    internal void SellToGuest(DateTime time, ref Rng rng)
    {
        var invoice = _sales.NextInvoice();
        for (var line = LineCount(5, ref rng); line > 0; line--)
        {
            var place = Popular(range.Length, ref rng);
            WriteGoods("", invoice, place, 1 + rng.NextInt(3), time, range[place].Pence * 12 / 10, 0, ShopCountries.All[0].Name, ref rng);
        }
    }

    /// <summary>Writes the credit notes due on a day.</summary>
    internal void Return(int day, DateOnly date, ShopCustomer[] customers, ref Rng rng)
    {
        if (!_returns.Remove(day, out var due))
        {
            return;
        }

        foreach (var customer in due.GroupBy(line => line.Customer).OrderBy(group => group.Key))
        {
            var invoice = _sales.NextInvoice();
            var time = date.ToDateTime(default).AddMinutes(ShopCalendar.Minute(date, rng.NextDouble()));
            foreach (var line in customer)
            {
                WriteGoods("C", invoice, line.Place, -line.Quantity, time, line.Pence, GeneratedShop.FirstCustomer + line.Customer, line.Country, ref rng);
            }

            // Part of the price is refunded instead of the goods being returned.
            if (!customers[customer.Key].ReturnsAll && rng.NextInt(12) == 0)
            {
                Write("C", invoice, "D", "Discount", -1, time, 100 + rng.NextInt(3_000), GeneratedShop.FirstCustomer + customer.Key, customer.First().Country);
            }
        }
    }

    /// <summary>Writes a day's stock corrections and, once a month, fees and samples.</summary>
    internal void Book(DateOnly date, ref Rng rng)
    {
        var home = ShopCountries.All[0].Name;
        var time = date.ToDateTime(new TimeOnly(18, 5));
        for (var i = rng.NextInt(4); i > 0; i--)
        {
            Write("", _sales.NextInvoice(), range[rng.NextInt(range.Length)].StockCode, "", -1 - rng.NextInt(40), time, 0, 0, home);
        }

        if (date.Day == 5)
        {
            Write("C", _sales.NextInvoice(), "AMAZONFEE", "AMAZON FEE", -1, time, 50_000 + rng.NextInt(300_000), 0, home);
            Write("", _sales.NextInvoice(), "BANK CHARGES", "Bank Charges", 1, time, 1_500, 0, home);
            Write("C", _sales.NextInvoice(), "S", "SAMPLES", -1, time, 500 + rng.NextInt(5_000), 0, home);
        }
    }

    // Squaring a uniform random number favours popular articles.
    private static int Popular(int count, ref Rng rng)
    {
        var chance = rng.NextDouble();
        return (int)(chance * chance * count);
    }

    private static int LineCount(double typical, ref Rng rng) => Math.Clamp((int)Math.Round(typical * Math.Exp(0.55 * rng.NextNormal())), 1, 120);

    private int ReturnDay(int day, int later)
    {
        for (var due = day + 1 + later; due < busyness.Length; due++)
        {
            if (busyness[due] > 0)
            {
                return due;
            }
        }

        return 0;
    }

    private void WriteGoods(string letter, int invoice, int place, int quantity, DateTime time, int pence, int customer, string country, ref Rng rng)
    {
        var product = range[place];
        var oddity = rng.NextInt(400);
        var code = oddity == 0 ? product.StockCode.ToLowerInvariant() : product.StockCode;
        Write(letter, invoice, code, oddity < 20 ? product.Variant : product.Description, quantity, time, pence, customer, country);
    }

    private void Write(string letter, int invoice, string code, string description, int quantity, DateTime time, int pence, int customer, string country)
    {
        if (Lines++ == 0)
        {
            _sales.Header();
        }

        _sales.Line(letter, invoice, code, description, quantity, time, pence, customer, country);
    }

    private readonly record struct Returned(int Customer, int Place, int Quantity, int Pence, string Country);
}
