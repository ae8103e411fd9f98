using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Sweep;
using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Scoring;

/// <summary>How much closer rows sit to their own cluster than to the next (Rousseeuw 1987).</summary>
public static class Silhouette
{
    private const int Lanes = 8;

    /// <summary>Scores one partition.</summary>
    /// <param name="points">Shape [rows × dimensions], finite; the space the clusters were found in.</param>
    /// <param name="partition">One label per row. Noise is left out and its share reported.</param>
    /// <param name="threads">Threads to use, at least 1. The result does not depend on it.</param>
    /// <param name="cancellationToken">Looked at every 8 rows.</param>
    /// <exception cref="ArgumentException">Label count differs from row count; the message gives both.</exception>
    /// <remarks>O(n²·d) time, O(n) memory.</remarks>
    public static SilhouetteScore Score(Matrix points, Partition partition, int threads, CancellationToken cancellationToken)
        => ScoreAll(points, [partition], threads, null, cancellationToken)[0];

    /// <summary>Scores many partitions of the same rows: every distance is taken once and serves all.</summary>
    /// <param name="points">Shape [rows × dimensions], finite.</param>
    /// <param name="partitions">One label per row each.</param>
    /// <param name="threads">Threads to use, at least 1. The result does not depend on it.</param>
    /// <param name="progress">Told the share of rows done, or null.</param>
    /// <param name="cancellationToken">Looked at every 8 rows.</param>
    /// <returns>One score per partition, in their order.</returns>
    /// <exception cref="ArgumentException">Label count differs from row count; the message gives both.</exception>
    /// <remarks>O(n²·(d + partitions)) time, O(n · partitions) memory.</remarks>
    public static IReadOnlyList<SilhouetteScore> ScoreAll(
        Matrix points, IReadOnlyList<Partition> partitions, int threads, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(partitions);
        points.ThrowIfNotFinite(nameof(points));
        foreach (var partition in partitions)
        {
            if (partition.Labels.Length != points.Rows)
            {
                throw new ArgumentException($"{partition.Labels.Length} labels do not fit {points.Rows} rows.", nameof(partitions));
            }
        }

        var slots = new LabelSlots(partitions);
        var rows = partitions.Select(_ => new double[points.Rows]).ToArray();
        var done = 0;
        ParallelRows.For(points.Rows, Lanes, threads, (from, to) =>
        {
            ScoreRows(points, slots, rows, from, to);
            progress?.Report((double)Interlocked.Add(ref done, to - from) / points.Rows);
        }, cancellationToken);
        return [.. partitions.Select((partition, p) => Summary(partition, rows[p]))];
    }

    private static void ScoreRows(Matrix points, LabelSlots slots, double[][] rows, int from, int to)
    {
        // Eight rows side by side; the last group repeats its last row.
        var dimensions = points.Columns;
        var block = new Vector512<double>[dimensions];
        for (var lane = 0; lane < Lanes; lane++)
        {
            var row = points.Row(Math.Min(from + lane, to - 1));
            for (var d = 0; d < dimensions; d++)
            {
                block[d] = block[d].WithElement(lane, row[d]);
            }
        }

        var sums = new Vector512<double>[slots.Count];
        for (var j = 0; j < points.Rows; j++)
        {
            var distance = Vector512.Sqrt(Squares(block, points.Row(j)));
            foreach (var slot in slots.Of(j))
            {
                sums[slot] += distance;
            }
        }

        for (var p = 0; p < rows.Length; p++)
        {
            for (var i = from; i < to; i++)
            {
                rows[p][i] = slots.Score(p, i, sums, i - from);
            }
        }
    }

    /// <summary>Squared distances of eight rows to one, over four running sums that are added in a fixed order.</summary>
    private static Vector512<double> Squares(Vector512<double>[] block, ReadOnlySpan<double> row)
    {
        Vector512<double> s0 = default, s1 = default, s2 = default, s3 = default;
        ref var lanes = ref MemoryMarshal.GetArrayDataReference(block);
        ref var values = ref MemoryMarshal.GetReference(row);
        nint d = 0;
        for (; d < block.Length - 3; d += 4)
        {
            Add(d, ref lanes, ref values, ref s0);
            Add(d + 1, ref lanes, ref values, ref s1);
            Add(d + 2, ref lanes, ref values, ref s2);
            Add(d + 3, ref lanes, ref values, ref s3);
        }

        for (; d < block.Length; d++)
        {
            Add(d, ref lanes, ref values, ref s0);
        }

        return (s0 + s1) + (s2 + s3);

        static void Add(nint d, ref Vector512<double> lanes, ref double values, ref Vector512<double> sum)
        {
            var difference = Unsafe.Add(ref lanes, d) - Vector512.Create(Unsafe.Add(ref values, d));
            sum = Vector512.FusedMultiplyAdd(difference, difference, sum);
        }
    }

    private static SilhouetteScore Summary(Partition partition, double[] rows)
    {
        var noise = partition.Labels.Count(label => label == Partition.Noise);
        var kept = rows.Length - noise;
        var used = partition.Sizes().Count(size => size > 0);
        if (used < 2 || used >= kept)
        {
            Array.Fill(rows, double.NaN);
            return new SilhouetteScore(null, [.. rows], (double)noise / rows.Length);
        }

        var sum = 0.0;
        foreach (var score in rows)
        {
            sum += double.IsNaN(score) ? 0 : score;
        }

        return new SilhouetteScore(sum / kept, [.. rows], (double)noise / rows.Length);
    }
}
