using Insiders.Core.Numerics;

namespace Insiders.Core.Demo;

/// <summary>One customer of the generated shop, small enough that millions fit in memory.</summary>
/// <param name="Archetype">Index in <see cref="ShopArchetype.All"/>.</param>
/// <param name="Country">Index in <see cref="ShopCountries.All"/>.</param>
/// <param name="Taste">Where its favourite articles begin in the range.</param>
/// <param name="FirstDay">Day of its first order, counted from 0; it always buys on that day.</param>
/// <param name="LastDay">Last day on which it can buy.</param>
/// <param name="DailyChance">Probability of an order on an average day while active.</param>
/// <param name="Scale">Typical size of its quantities.</param>
/// <param name="ReturnsAll">True for the few who send everything back.</param>
internal readonly record struct ShopCustomer(
    byte Archetype, byte Country, short Taste, short FirstDay, short LastDay, float DailyChance, float Scale, bool ReturnsAll)
{
    /// <summary>Draws a customer from its own random stream.</summary>
    /// <param name="busyness">How busy each day is; at least one is above 0.</param>
    /// <param name="season">Whether each day is before Christmas.</param>
    /// <param name="rng">The customer's random stream.</param>
    internal static ShopCustomer Draw(double[] busyness, bool[] season, ref Rng rng)
    {
        var kind = Kind(rng.NextDouble());
        var archetype = ShopArchetype.All[kind];
        var last = (int)(Between(archetype.ActiveFrom, archetype.ActiveTo, rng.NextDouble()) * (busyness.Length - 1));
        var first = FirstOrder(archetype, busyness, season, ref rng);
        return new ShopCustomer(
            (byte)kind, ShopCountries.Draw(rng.NextDouble()), (short)rng.NextInt(ShopRange.Count), (short)first, (short)Math.Max(first, last),
            (float)(archetype.YearlyOrders / 365 * Math.Exp(0.35 * rng.NextNormal())), (float)(archetype.Scale * Math.Exp(archetype.ScaleSpread * rng.NextNormal())),
            rng.NextDouble() < 0.01);
    }

    private static int Kind(double chance)
    {
        var kind = 0;
        while (kind < ShopArchetype.All.Length - 1 && chance >= ShopArchetype.All[kind].Share)
        {
            chance -= ShopArchetype.All[kind++].Share;
        }

        return kind;
    }

    // Busy days win more new customers: days are drawn until one is accepted, with a limit for ledgers without a day in the season.
    private static int FirstOrder(ShopArchetype archetype, double[] busyness, bool[] season, ref Rng rng)
    {
        var day = 0;
        for (var tries = 0; tries < 200; tries++)
        {
            day = (int)(Between(archetype.FirstFrom, archetype.FirstTo, rng.NextDouble()) * (busyness.Length - 1));
            if (rng.NextDouble() * 2.4 < busyness[day] && (!archetype.OnlySeason || season[day]))
            {
                return day;
            }
        }

        return Array.FindIndex(busyness, day, busy => busy > 0) is >= 0 and var open ? open : Array.FindIndex(busyness, busy => busy > 0);
    }

    private static double Between(double from, double to, double chance) => from + ((to - from) * chance);
}
