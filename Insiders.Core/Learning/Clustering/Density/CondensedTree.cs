namespace Insiders.Core.Learning.Clustering.Density;

/// <summary>A dendrogram without the splits that only shed a few rows: clusters that lose rows, until they part into two that are large enough or vanish.</summary>
internal sealed class CondensedTree
{
    private readonly List<Cluster> _clusters = [];
    private readonly int[] _clusterOf;

    private CondensedTree(int rows) => _clusterOf = new int[rows];

    /// <summary>Walks down the dendrogram from all rows together.</summary>
    public static CondensedTree Of(Dendrogram dendrogram, int minimumClusterSize)
    {
        var tree = new CondensedTree(dendrogram.Rows);
        tree._clusters.Add(new Cluster(-1, 0));
        if (dendrogram.Rows == 1)
        {
            return tree;
        }

        // Rows that coincide never part; they leave with the last that do.
        var smallest = dendrogram.Merges.FirstOrDefault(merge => merge.Height > 0).Height;
        var pending = new Stack<(int Node, int Cluster)>();
        pending.Push((2 * (dendrogram.Rows - 1), 0));
        while (pending.TryPop(out var at))
        {
            var merge = dendrogram.Merges[at.Node - dendrogram.Rows];
            var lambda = Lambda(merge.Height);
            var (first, second) = (Size(merge.First), Size(merge.Second));
            if (first >= minimumClusterSize && second >= minimumClusterSize && merge.Height > 0)
            {
                tree._clusters[at.Cluster].Lose(first + second, lambda);
                foreach (var child in new[] { merge.First, merge.Second })
                {
                    pending.Push((child, tree._clusters.Count));
                    tree._clusters.Add(new Cluster(at.Cluster, lambda));
                }

                continue;
            }

            foreach (var (child, size) in new[] { (merge.First, first), (merge.Second, second) })
            {
                if (size >= minimumClusterSize)
                {
                    pending.Push((child, at.Cluster));
                    continue;
                }

                Shed(child, at.Node, at.Cluster);
            }
        }

        return tree;

        double Lambda(double height) => smallest > 0 ? 1 / Math.Max(height, smallest) : 0;

        // Rows of a branch that is too small leave one by one, each where it becomes single, as R's dbscan counts it.
        void Shed(int node, int parent, int cluster)
        {
            var branch = new Stack<(int Node, int Parent)>();
            branch.Push((node, parent));
            while (branch.TryPop(out var at))
            {
                if (at.Node < dendrogram.Rows)
                {
                    tree._clusterOf[at.Node] = cluster;
                    tree._clusters[cluster].Lose(1, Lambda(dendrogram.Merges[at.Parent - dendrogram.Rows].Height));
                    continue;
                }

                branch.Push((dendrogram.Merges[at.Node - dendrogram.Rows].First, at.Node));
                branch.Push((dendrogram.Merges[at.Node - dendrogram.Rows].Second, at.Node));
            }
        }

        int Size(int node) => node < dendrogram.Rows ? 1 : dendrogram.Merges[node - dendrogram.Rows].Rows;
    }

    /// <summary>Of each branch the cluster or those it parts into, whichever are more stable together; never all rows as one.</summary>
    public HdbscanModel Choose()
    {
        var best = new double[_clusters.Count];
        var chosen = new bool[_clusters.Count];
        for (var c = _clusters.Count - 1; c > 0; c--)
        {
            // A cluster's parts have higher numbers: they have been added up by now.
            chosen[c] = _clusters[c].Stability >= best[c];
            best[c] = Math.Max(_clusters[c].Stability, best[c]);
            best[_clusters[c].Parent] += best[c];
        }

        // What lies below a chosen cluster is part of it.
        var part = new int[_clusters.Count];
        part[0] = Partition.Noise;
        for (var c = 1; c < part.Length; c++)
        {
            part[c] = part[_clusters[c].Parent] != Partition.Noise ? part[_clusters[c].Parent] : chosen[c] ? c : Partition.Noise;
        }

        var numbers = new Dictionary<int, int>();
        var labels = new int[_clusterOf.Length];
        for (var i = 0; i < labels.Length; i++)
        {
            var cluster = part[_clusterOf[i]];
            labels[i] = cluster == Partition.Noise ? Partition.Noise : numbers.TryAdd(cluster, numbers.Count) ? numbers.Count - 1 : numbers[cluster];
        }

        return new HdbscanModel(new Partition([.. labels], numbers.Count), [.. numbers.OrderBy(entry => entry.Value).Select(entry => _clusters[entry.Key].Stability)]);
    }

    /// <summary>A cluster from its birth on.</summary>
    private sealed class Cluster(int parent, double birth)
    {
        public int Parent => parent;

        /// <summary>Sum over its rows of how much denser than at its birth the place was where each left.</summary>
        public double Stability { get; private set; }

        public void Lose(int rows, double lambda) => Stability += rows * (lambda - birth);
    }
}
