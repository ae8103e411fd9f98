using Insiders.Core.Numerics;
using Insiders.Core.Statistics.Hypotheses;

namespace Insiders.Benchmarks.Simulation;

/// <summary>How often the intervals of a comparison hold the truth, on groups whose means are known.</summary>
public static class CoverageTrial
{
    private const double Ratio = 1.5;

    /// <summary>The kinds of values that groups are drawn from.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["normal", "log-normal", "zero-heavy"];

    /// <summary>Draws both groups again and again; the second has 1.5 times the mean of the first.</summary>
    /// <param name="kind">Normal (mean 10, deviation 3), log-normal (deviation 1 of the logarithm), or the same with seven zeros of ten.</param>
    /// <param name="first">Customers of the first group.</param>
    /// <param name="second">Customers of the second.</param>
    /// <param name="times">How often.</param>
    /// <param name="replicates">Of each interval.</param>
    /// <param name="seed">Of the draws.</param>
    /// <returns>Shares of the intervals of difference and ratio that held the truth, of those there were; and the share of ratios that cannot be said.</returns>
    public static (double Difference, double Ratio, double Unsaid) Run(string kind, int first, int second, int times, int replicates, ulong seed)
    {
        var mean = kind switch { "normal" => 10, "log-normal" => Math.Exp(0.5), _ => 0.3 * Math.Exp(0.5) };
        var held = new (bool? Difference, bool? Ratio)[times];
        Parallel.For(0, times, time =>
        {
            var rng = Rng.Stream(seed, (ulong)time);
            var (a, b) = (Group(kind, first, 1, ref rng), Group(kind, second, Ratio, ref rng));
            var found = Bootstrap.CompareMeans(a, b, new BootstrapOptions { Replicates = replicates, Seed = (ulong)time }, CancellationToken.None);
            held[time] = (Holds(found.Difference, (Ratio - 1) * mean), Holds(found.Ratio, Ratio));
        });
        return (Share(held.Select(each => each.Difference)), Share(held.Select(each => each.Ratio)), held.Count(each => each.Ratio is null) / (double)times);
    }

    /// <summary>How often at least one of several hypotheses is called true where each is only just false.</summary>
    /// <param name="hypotheses">How many are shown together.</param>
    /// <param name="shared">0 when they speak of customers of their own, up to 1 when all speak of the same values.</param>
    /// <param name="customers">Customers of each group.</param>
    /// <param name="times">How often.</param>
    /// <param name="seed">Of the draws.</param>
    public static double FalseVerdicts(int hypotheses, double shared, int customers, int times, ulong seed)
    {
        var wrong = new bool[times];
        Parallel.For(0, times, time =>
        {
            var rng = Rng.Stream(seed, (ulong)time);
            var (common, own) = (Draw(ref rng, 2 * customers), new double[2 * customers]);
            var claims = new Claim?[hypotheses];
            for (var h = 0; h < hypotheses; h++)
            {
                for (var i = 0; i < own.Length; i++)
                {
                    own[i] = (Math.Sqrt(shared) * common[i]) + (Math.Sqrt(1 - shared) * rng.NextNormal());
                }

                var found = Bootstrap.CompareMeans(own.AsSpan(0, customers), own.AsSpan(customers), new BootstrapOptions { Seed = (ulong)((time * hypotheses) + h) }, CancellationToken.None);
                claims[h] = found.Difference!.AtLeast(0);
            }

            wrong[time] = Verdicts.Of(claims, 0.05).Contains(Verdict.Holds);
        });
        return wrong.Count(each => each) / (double)times;
    }

    private static double Share(IEnumerable<bool?> held) => held.OfType<bool>().Average(each => each ? 1.0 : 0);

    private static bool? Holds(Effect? effect, double truth) => effect is null ? null : effect.Low <= truth && truth <= effect.High;

    private static double[] Group(string kind, int customers, double scale, ref Rng rng)
    {
        var values = Draw(ref rng, customers);
        for (var i = 0; i < customers; i++)
        {
            values[i] = scale * kind switch
            {
                "normal" => 10 + (3 * values[i]),
                "log-normal" => Math.Exp(values[i]),
                _ => rng.NextDouble() < 0.7 ? 0 : Math.Exp(values[i]),
            };
        }

        return values;
    }

    private static double[] Draw(ref Rng rng, int count)
    {
        var values = new double[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = rng.NextNormal();
        }

        return values;
    }
}
