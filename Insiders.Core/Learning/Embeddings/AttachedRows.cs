using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Embeddings;

/// <summary>New rows joined to a graph that they are not part of: what every layout of that graph needs to place them.</summary>
public sealed class AttachedRows
{
    internal AttachedRows(SparseGraph edges) => Edges = edges;

    /// <summary>Number of new rows.</summary>
    public int Rows => Edges.Vertices;

    /// <summary>From each new row (row) to rows of the graph (columns).</summary>
    internal SparseGraph Edges { get; }
}
