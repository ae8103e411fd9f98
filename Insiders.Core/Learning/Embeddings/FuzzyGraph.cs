using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Embeddings;

/// <summary>The fuzzy set of edges between rows: UMAP's second step.</summary>
/// <remarks>McInnes, Healy and Melville (2018), algorithm 2 and equation for the fuzzy union: a + b − ab.</remarks>
public static class FuzzyGraph
{
    /// <summary>Joins the rows' own views of their neighbourhoods into one graph.</summary>
    /// <param name="neighbours">k − 1 neighbours per row.</param>
    /// <param name="smooth">rho and sigma of the same rows.</param>
    /// <returns>A symmetric graph with weights in (0, 1]; the same for any number of threads.</returns>
    public static SparseGraph Union(NeighbourGraph neighbours, SmoothDistances smooth)
    {
        ArgumentNullException.ThrowIfNull(neighbours);
        ArgumentNullException.ThrowIfNull(smooth);
        var rows = neighbours.Rows;
        var k = neighbours.Neighbours;

        // Row i's own edges, by ascending column, and the transpose in the same order.
        var columns = new int[rows * k];
        var strengths = new double[rows * k];
        var incomingStarts = new int[rows + 1];
        for (var i = 0; i < rows; i++)
        {
            var own = columns.AsSpan(i * k, k);
            neighbours.IndicesOf(i).CopyTo(own);
            var strength = strengths.AsSpan(i * k, k);
            var distances = neighbours.DistancesOf(i);
            for (var e = 0; e < k; e++)
            {
                strength[e] = Strength(distances[e], smooth.Rho[i], smooth.Sigma[i]);
                incomingStarts[own[e] + 1]++;
            }

            own.Sort(strength);
        }

        for (var i = 0; i < rows; i++)
        {
            incomingStarts[i + 1] += incomingStarts[i];
        }

        var incoming = new int[rows * k];
        var incomingStrengths = new double[rows * k];
        var next = incomingStarts.AsSpan(0, rows).ToArray();
        for (var i = 0; i < rows; i++)
        {
            for (var e = i * k; e < (i + 1) * k; e++)
            {
                incoming[next[columns[e]]] = i;
                incomingStrengths[next[columns[e]]++] = strengths[e];
            }
        }

        return Merge(rows, k, columns, strengths, incomingStarts, incoming, incomingStrengths);
    }

    /// <summary>How strongly a row holds a neighbour: 1 up to rho, falling off with sigma beyond.</summary>
    internal static double Strength(double distance, double rho, double sigma)
        => distance <= rho || sigma == 0 ? 1 : Math.Exp(-(distance - rho) / sigma);

    private static SparseGraph Merge(int rows, int k, int[] columns, double[] strengths, int[] incomingStarts, int[] incoming, double[] incomingStrengths)
    {
        var starts = new int[rows + 1];
        var mergedColumns = new List<int>(rows * k * 3 / 2);
        var weights = new List<double>(rows * k * 3 / 2);
        for (var i = 0; i < rows; i++)
        {
            var a = i * k;
            var b = incomingStarts[i];
            while (a < (i + 1) * k || b < incomingStarts[i + 1])
            {
                var own = a < (i + 1) * k ? columns[a] : int.MaxValue;
                var other = b < incomingStarts[i + 1] ? incoming[b] : int.MaxValue;
                var ownStrength = own <= other ? strengths[a++] : 0;
                var otherStrength = other <= own ? incomingStrengths[b++] : 0;
                var weight = ownStrength + otherStrength - (ownStrength * otherStrength);
                if (weight > 0)
                {
                    mergedColumns.Add(Math.Min(own, other));
                    weights.Add(weight);
                }
            }

            starts[i + 1] = mergedColumns.Count;
        }

        return new SparseGraph(starts, [.. mergedColumns], [.. weights]);
    }
}
