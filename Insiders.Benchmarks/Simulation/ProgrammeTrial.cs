using System.Globalization;
using Insiders.Core.Numerics;
using Insiders.Core.Statistics.Experiments;

namespace Insiders.Benchmarks.Simulation;

/// <summary>Programmes with a hold-out whose effect is known: assigned, bought in, and read out, again and again.</summary>
public static class ProgrammeTrial
{
    /// <summary>Standard deviation of what a customer spends in the time of the programme.</summary>
    public static double Deviation { get; } = Math.Sqrt(6);

    /// <summary>Its correlation with what they spent before.</summary>
    public const double Correlation = 4.0 / 6;

    /// <summary>Runs programmes.</summary>
    /// <param name="customers">How many qualify.</param>
    /// <param name="withheldShare">The share that gets nothing.</param>
    /// <param name="effect">What treatment adds to everybody.</param>
    /// <param name="useBefore">Whether what was spent before is taken out.</param>
    /// <param name="times">How many programmes.</param>
    /// <param name="seed">Of the draws.</param>
    /// <returns>The share of intervals that held the effect, and that of programmes whose interval left out 0.</returns>
    public static (double Coverage, double Found) Run(int customers, double withheldShare, double effect, bool useBefore, int times, ulong seed)
    {
        AssignmentCandidate[] candidates = [.. Enumerable.Range(0, customers).Select(i => new AssignmentCandidate(i.ToString(CultureInfo.InvariantCulture), $"S{i % 3}", null))];
        var (held, found) = (new bool[times], new bool[times]);
        Parallel.For(0, times, time =>
        {
            var rng = Rng.Stream(seed, (ulong)time);
            var arms = StratifiedAssignment.Assign(candidates, new AssignmentOptions { Seed = (seed << 32) + (ulong)time, WithheldShare = withheldShare });
            var (outcomes, before) = (new List<double>[] { [], [] }, new List<double>[] { [], [] });
            foreach (var arm in arms)
            {
                // Skewed amounts, of which two thirds stay the same from one time to the next.
                var common = Draws.Gamma(ref rng, 4);
                before[(int)arm].Add(common + Draws.Gamma(ref rng, 2));
                outcomes[(int)arm].Add(common + Draws.Gamma(ref rng, 2) + (arm == Arm.Treated ? effect : 0));
            }

            var result = ReadOut.Of(
                [.. outcomes[0]], [.. outcomes[1]], useBefore ? [.. before[0]] : [], useBefore ? [.. before[1]] : [], withheldShare, new ReadOutOptions()).Difference!;
            held[time] = result.Low <= effect && effect <= result.High;
            found[time] = result.Low > 0 || result.High < 0;
        });
        return (held.Count(each => each) / (double)times, found.Count(each => each) / (double)times);
    }
}
