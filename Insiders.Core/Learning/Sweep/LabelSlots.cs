using System.Runtime.Intrinsics;
using Insiders.Core.Learning.Clustering;

namespace Insiders.Core.Learning.Sweep;

/// <summary>One place to sum distances in for every cluster of every partition (and one for its noise), and the places each row belongs to.</summary>
internal sealed class LabelSlots
{
    private readonly int _partitions;
    private readonly int[] _slots;
    private readonly int[] _firsts;
    private readonly int[] _sizes;

    public LabelSlots(IReadOnlyList<Partition> partitions)
    {
        _partitions = partitions.Count;
        _firsts = new int[partitions.Count + 1];
        for (var p = 0; p < partitions.Count; p++)
        {
            _firsts[p + 1] = _firsts[p] + partitions[p].ClusterCount + 1;
        }

        var rows = partitions.Count == 0 ? 0 : partitions[0].Labels.Length;
        _slots = new int[rows * partitions.Count];
        _sizes = new int[Count];
        for (var p = 0; p < partitions.Count; p++)
        {
            var labels = partitions[p].Labels;
            for (var i = 0; i < rows; i++)
            {
                var slot = labels[i] == Partition.Noise ? _firsts[p + 1] - 1 : _firsts[p] + labels[i];
                _slots[(i * partitions.Count) + p] = slot;
                _sizes[slot]++;
            }
        }
    }

    /// <summary>Number of places.</summary>
    public int Count => _firsts[^1];

    /// <summary>The places of one row, one per partition.</summary>
    public ReadOnlySpan<int> Of(int row) => _slots.AsSpan(row * _partitions, _partitions);

    /// <summary>A row's silhouette from the sums of its distances to every cluster; NaN for noise.</summary>
    public double Score(int partition, int row, ReadOnlySpan<Vector512<double>> sums, int lane)
    {
        var own = _slots[(row * _partitions) + partition];
        var noise = _firsts[partition + 1] - 1;
        if (own == noise)
        {
            return double.NaN;
        }

        if (_sizes[own] == 1)
        {
            return 0;
        }

        var within = sums[own][lane] / (_sizes[own] - 1);
        var next = double.PositiveInfinity;
        for (var slot = _firsts[partition]; slot < noise; slot++)
        {
            if (slot != own && _sizes[slot] > 0)
            {
                next = Math.Min(next, sums[slot][lane] / _sizes[slot]);
            }
        }

        // Both zero: the row coincides with its cluster and with another one.
        var larger = Math.Max(within, next);
        return larger > 0 && !double.IsInfinity(next) ? (next - within) / larger : 0;
    }
}
