using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Clustering;

/// <summary>Rows laid out by the smoothest functions on their graph: the first k of them serve k clusters.</summary>
public sealed class SpectralSpace
{
    private readonly int[] _vertexOf;
    private readonly SpectralOptions _options;

    internal SpectralSpace(Matrix places, int[] vertexOf, SpectralOptions options)
    {
        Places = places;
        _vertexOf = vertexOf;
        _options = options;
    }

    /// <summary>Shape [distinct rows × functions], smoothest first.</summary>
    public Matrix Places { get; }

    /// <summary>Reads so many clusters off by k-means on as many functions.</summary>
    /// <param name="clusters">1 to the number of rows. Equal rows are never told apart: then some clusters are empty.</param>
    /// <param name="cancellationToken">Looked at once per iteration.</param>
    /// <exception cref="ArgumentException">There are fewer rows than clusters.</exception>
    public SpectralModel Cut(int clusters, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(clusters, 1);
        if (clusters > _vertexOf.Length)
        {
            throw new ArgumentException($"{clusters} clusters cannot be found in {_vertexOf.Length} rows.", nameof(clusters));
        }

        var found = Math.Min(clusters, Places.Rows);
        var seen = new Matrix(Places.Rows, Math.Min(found, Places.Columns));
        for (var i = 0; i < seen.Rows; i++)
        {
            Places.Row(i)[..seen.Columns].CopyTo(seen.Row(i));
        }

        var model = KMeans.Fit(seen, new KMeansOptions { Clusters = found, Starts = _options.Starts, Seed = _options.Seed, Threads = _options.Threads }, cancellationToken);
        return new SpectralModel(new Partition([.. _vertexOf.Select(vertex => model.Partition.Labels[vertex])], clusters), model.Iterations, model.Converged);
    }
}
