using BenchmarkDotNet.Attributes;
using Insiders.Core.Learning;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Embeddings;
using Insiders.Core.Learning.Forests;
using Insiders.Core.Learning.Scoring;
using Insiders.Core.Numerics;

namespace Insiders.Benchmarks;

/// <summary>Each algorithm on generated customers, fixed seed, all threads.</summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 1, iterationCount: 3)]
public class StageBenchmarks
{
    private const int Features = 16;
    private const int Clusters = 20;

    private Matrix _values = new(0, 0);
    private double[] _target = [];
    private Matrix _leaves = new(0, 0);
    private Matrix _embedding = new(0, 0);
    private Partition _partition = new([], 0);

    /// <summary>Customers.</summary>
    [Params(1_000, 10_000, 20_000)]
    public int Rows { get; set; }

    /// <summary>The methods.</summary>
    public static IEnumerable<ClustererEntry> Methods => MethodCatalog.All.Clusterers;

    [GlobalSetup]
    public void Generate()
    {
        var rng = Rng.Stream(7, 0);
        _values = new Matrix(Rows, Features);
        _target = new double[Rows];
        for (var i = 0; i < Rows; i++)
        {
            // Heavy-tailed spend that the features explain, like a shop's.
            var spend = Math.Exp(1.5 * rng.NextNormal());
            _target[i] = spend;
            foreach (ref var value in _values.Row(i))
            {
                value = (spend * rng.NextDouble()) + rng.NextDouble();
            }
        }

        _leaves = RandomForest.Fit(_values, _target, new ForestOptions(), null, CancellationToken.None).Leaves(_values, Environment.ProcessorCount, CancellationToken.None);
        _embedding = Umap.Embed(_leaves, new UmapOptions(), null, CancellationToken.None);
        _partition = KMeans.Fit(_embedding, new KMeansOptions { Clusters = Clusters, Starts = 1 }, CancellationToken.None).Partition;
    }

    [Benchmark(Baseline = true)]
    public ForestModel Forest() => RandomForest.Fit(_values, _target, new ForestOptions(), null, CancellationToken.None);

    [Benchmark]
    public NeighbourGraph Neighbours() => ExactNeighbours.Within(_leaves, 14, RowMetric.Euclidean, Environment.ProcessorCount, CancellationToken.None);

    [Benchmark]
    public Matrix UmapTo43() => Umap.Embed(_leaves, new UmapOptions(), null, CancellationToken.None);

    /// <summary>Every clustering method of the catalogue, one start each that is worth a score.</summary>
    [Benchmark]
    [ArgumentsSource(nameof(Methods))]
    public IClusterModel Cluster(ClustererEntry method)
    {
        ArgumentNullException.ThrowIfNull(method);
        return method.Create(method.Default).Fit(_embedding, Clusters, 0, CancellationToken.None);
    }

    [Benchmark]
    public SilhouetteScore SilhouetteOfOne() => Silhouette.Score(_embedding, _partition, Environment.ProcessorCount, CancellationToken.None);
}
