using Insiders.Core.Numerics;

namespace Insiders.Core.Demo;

/// <summary>An invented gift-ware shop: a realistic ledger for a first look, for tests, and for load tests of any size.</summary>
/// <remarks>
/// <para>
/// Few customers bring most of the revenue; others are loyal, regular, seasonal, one-off, dormant or lapsing (<see cref="ShopArchetype"/>).
/// The shop has opening hours, a weekly rhythm, a Christmas season, a home market and some twenty countries abroad. As in real ledgers there are returns
/// (<c>C</c> invoices), rows without customer or description, fees, manual bookings and a few inconsistent spellings.
/// </para>
/// <para>
/// The same options give the same bytes: each customer and each day draws from its own random stream, and no culture or clock is used. Days are written one after the
/// other, so memory depends on the number of customers (20 bytes each) and not on the number of lines.
/// </para>
/// </remarks>
public static class GeneratedShop
{
    /// <summary>Id of the first customer; the others follow without a gap.</summary>
    public const int FirstCustomer = 20_001;

    // Random streams of a seed: customers use those from 0, days those from here on.
    private const ulong DayStreams = 1UL << 40;

    /// <summary>Writes the ledger as CSV, UTF-8 safe, lines ending in LF.</summary>
    /// <param name="writer">Not closed.</param>
    /// <param name="options">Size and dates.</param>
    /// <param name="cancellationToken">Checked once per day of the ledger.</param>
    /// <returns>Lines written, the header not counted.</returns>
    /// <remarks>Columns: InvoiceNo, StockCode, Description, Quantity, InvoiceDate (<c>yyyy-MM-dd HH:mm:ss</c>), UnitPrice, CustomerID, Country.</remarks>
    /// <exception cref="OperationCanceledException">Cancelled; the text ends with a whole day.</exception>
    public static long Write(TextWriter writer, ShopOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(options);
        var first = options.AsOf.AddDays(1 - options.Days);
        var busyness = Enumerable.Range(0, options.Days).Select(day => ShopCalendar.Busyness(first.AddDays(day))).ToArray();
        var season = Enumerable.Range(0, options.Days).Select(day => ShopCalendar.IsSeason(first.AddDays(day))).ToArray();
        var customers = new ShopCustomer[options.Customers];
        for (var i = 0; i < customers.Length; i++)
        {
            var rng = Rng.Stream(options.Seed, (ulong)i);
            customers[i] = ShopCustomer.Draw(busyness, season, ref rng);
        }

        var till = new ShopTill(writer, ShopRange.Build(options.Seed), busyness);
        for (var day = 0; day < options.Days; day++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (busyness[day] > 0)
            {
                var rng = Rng.Stream(options.Seed, DayStreams + (ulong)day);
                WriteDay(till, customers, day, first.AddDays(day), busyness[day], season[day], ref rng);
            }
        }

        return till.Lines;
    }

    private static void WriteDay(ShopTill till, ShopCustomer[] customers, int day, DateOnly date, double busyness, bool season, ref Rng rng)
    {
        var orders = new List<(int Minute, int Customer)>();
        for (var i = 0; i < customers.Length; i++)
        {
            ref readonly var customer = ref customers[i];
            if (day >= customer.FirstDay && day <= customer.LastDay && (season || !ShopArchetype.All[customer.Archetype].OnlySeason || day == customer.FirstDay)
                && (rng.NextDouble() < customer.DailyChance * busyness || day == customer.FirstDay))
            {
                orders.Add((ShopCalendar.Minute(date, rng.NextDouble() + rng.NextDouble()), i));
            }
        }

        // One guest order per 500 customers on an average day, and never none at all.
        var guests = (int)(busyness * (1 + (customers.Length / 500.0)) * 2 * rng.NextDouble());
        for (var i = 0; i < guests; i++)
        {
            orders.Add((ShopCalendar.Minute(date, rng.NextDouble() + rng.NextDouble()), -1 - i));
        }

        orders.Sort();
        till.Return(day, date, customers, ref rng);
        foreach (var (minute, customer) in orders)
        {
            var time = date.ToDateTime(default).AddMinutes(minute);
            if (customer < 0)
            {
                till.SellToGuest(time, ref rng);
            }
            else
            {
                till.Sell(day, time, customer, in customers[customer], ref rng);
            }
        }

        till.Book(date, ref rng);
    }
}
