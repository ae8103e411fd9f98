namespace Insiders.Core.Numerics;

/// <summary>For each row its nearest rows, nearest first.</summary>
public sealed class NeighbourGraph
{
    private readonly int[] _indices;
    private readonly double[] _distances;

    internal NeighbourGraph(int rows, int neighbours, int[] indices, double[] distances)
    {
        Rows = rows;
        Neighbours = neighbours;
        _indices = indices;
        _distances = distances;
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Neighbours per row.</summary>
    public int Neighbours { get; }

    /// <summary>Row numbers of the neighbours, nearest first; equal distances by row number.</summary>
    public ReadOnlySpan<int> IndicesOf(int row) => _indices.AsSpan(row * Neighbours, Neighbours);

    /// <summary>Distances to the neighbours, ascending, 0 or more.</summary>
    public ReadOnlySpan<double> DistancesOf(int row) => _distances.AsSpan(row * Neighbours, Neighbours);
}
