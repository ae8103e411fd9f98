using Insiders.Core.Numerics;
using Insiders.Core.Statistics.Purchases;

namespace Insiders.Benchmarks.Simulation;

/// <summary>A base that buys as the Pareto/NBD or the BG/NBD model says, by the day: two purchases of one day are one.</summary>
public static class SimulatedBase
{
    private const double DaysPerWeek = 7;

    /// <summary>Draws histories in weeks, and what each customer bought in the weeks after.</summary>
    /// <param name="kind">Pareto/NBD, BG/NBD or its modified form.</param>
    /// <param name="parameters">In the order of the papers, times in weeks.</param>
    /// <param name="customers">How many.</param>
    /// <param name="days">First purchases fall evenly on so many days, the last of them the last that is observed.</param>
    /// <param name="after">Weeks after the end in which purchases are counted.</param>
    /// <param name="seed">Each customer has a stream of their own.</param>
    public static (PurchaseHistory[] Histories, int[] After) Draw(PurchaseModelKind kind, double[] parameters, int customers, int days, double after, ulong seed)
    {
        var (histories, later) = (new PurchaseHistory[customers], new int[customers]);
        for (var i = 0; i < customers; i++)
        {
            var rng = Rng.Stream(seed, (ulong)i);
            var rate = Draws.Gamma(ref rng, parameters[0]) / parameters[1];
            var pareto = kind == PurchaseModelKind.Pareto;
            var leaves = pareto ? 0 : Draws.Beta(ref rng, parameters[2], parameters[3]);
            var end = pareto ? Draws.Exponential(ref rng) / (Draws.Gamma(ref rng, parameters[2]) / parameters[3]) : double.PositiveInfinity;
            var age = (1 + rng.NextInt(days)) / DaysPerWeek;
            var alive = kind != PurchaseModelKind.ModifiedBetaGeometric || rng.NextDouble() >= leaves;
            var (time, repeats, last, count, seen) = (0.0, 0, 0.0, 0, 0.0);
            while (alive)
            {
                time += Draws.Exponential(ref rng) / rate;
                if (time > Math.Min(end, age + after))
                {
                    break;
                }

                var day = Math.Floor(time * DaysPerWeek) / DaysPerWeek;
                if (day > seen)
                {
                    (repeats, last, count) = time > age ? (repeats, last, count + 1) : (repeats + 1, day, count);
                    seen = day;
                }

                alive = pareto || rng.NextDouble() >= leaves;
            }

            histories[i] = new PurchaseHistory(repeats, last, age);
            later[i] = count;
        }

        return (histories, later);
    }
}
