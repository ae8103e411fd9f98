using System.Collections.Immutable;

namespace Insiders.Core.Statistics.Hypotheses;

/// <summary>Turns what a model says into what came of it in earlier cases: a rising line through bins of cases (isotonic regression by pooling adjacent violators, Ayer and others 1955).</summary>
/// <param name="From">Chances as the model says them, rising.</param>
/// <param name="To">What came of them, rising, one per chance.</param>
/// <remarks>Immutable, safe for any number of threads.</remarks>
public sealed record ChanceCalibration(ImmutableArray<double> From, ImmutableArray<double> To)
{
    private const int Bins = 20;

    /// <summary>Learns from cases.</summary>
    /// <param name="chances">As the model said them, 0 to 1.</param>
    /// <param name="happened">What became of each.</param>
    /// <exception cref="ArgumentException">The counts differ, or there is no case.</exception>
    public static ChanceCalibration Fit(ReadOnlySpan<double> chances, ReadOnlySpan<bool> happened)
    {
        if (chances.IsEmpty)
        {
            throw new ArgumentException("Nothing can be learnt without a case.", nameof(chances));
        }

        var blocks = new List<(double Cases, double From, double To)>();
        foreach (var bin in Calibration.OfChances(chances, happened, Bins))
        {
            blocks.Add((bin.Cases, bin.MeanPredicted, bin.MeanMade));
            while (blocks.Count > 1 && blocks[^2].To >= blocks[^1].To)
            {
                var (left, right) = (blocks[^2], blocks[^1]);
                var cases = left.Cases + right.Cases;
                blocks.RemoveRange(blocks.Count - 2, 2);
                blocks.Add((cases, ((left.Cases * left.From) + (right.Cases * right.From)) / cases, ((left.Cases * left.To) + (right.Cases * right.To)) / cases));
            }
        }

        return new([.. blocks.Select(block => block.From)], [.. blocks.Select(block => block.To)]);
    }

    /// <summary>What came of such a chance: on the line between the nearest two, and as at the ends beyond them.</summary>
    /// <param name="chance">As the model says it.</param>
    public double Of(double chance)
    {
        if (chance <= From[0])
        {
            return To[0];
        }

        if (chance >= From[^1])
        {
            return To[^1];
        }

        var place = From.BinarySearch(chance);
        if (place >= 0)
        {
            return To[place];
        }

        place = ~place;
        return To[place - 1] + ((To[place] - To[place - 1]) * (chance - From[place - 1]) / (From[place] - From[place - 1]));
    }
}
