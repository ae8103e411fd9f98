using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using Insiders.Core.Features;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Numerics;

namespace Insiders.Tests.Fixtures;

/// <summary>The reference answers on the real ledger: the feature table and the study's 22 clusters.</summary>
public static class RetailReference
{
    private static readonly Lazy<FeatureTable> s_features = new(ReadFeatures);

    private static readonly Lazy<Partition> s_clusters = new(ReadClusters);

    /// <summary><c>retail/features.csv.gz</c>, 4,312 customers in ordinal order of their ids.</summary>
    public static FeatureTable Features => s_features.Value;

    /// <summary><c>retail/clusters_k22.csv</c>, one label per customer of <see cref="Features"/>, numbered by mean revenue.</summary>
    public static Partition Clusters => s_clusters.Value;

    private static FeatureTable ReadFeatures()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(SharedData.Reference("retail/features.csv.gz")), CompressionMode.Decompress));
        var header = reader.ReadLine()!.Split(',');
        var rows = Lines(reader).Select(line => line.Split(',')).OrderBy(cells => cells[0], StringComparer.Ordinal).ToArray();
        return new FeatureTable(
            [.. rows.Select(cells => cells[0])],
            [.. rows.Select(cells => cells[1])],
            [.. header.Skip(2).Select(name => new FeatureDefinition(name, FeatureUnit.Count, name, name, Scaled: false))],
            Matrix.FromRows([.. rows.Select(cells => cells.Skip(2).Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray())]));
    }

    private static Partition ReadClusters()
    {
        using var reader = new StreamReader(SharedData.Reference("retail/clusters_k22.csv"));
        var clusters = Lines(reader).Skip(1).Select(line => line.Split(','))
            .ToDictionary(cells => cells[0], cells => int.Parse(cells[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return new Partition(ImmutableArray.CreateRange(Features.CustomerIds, id => clusters[id]), 22);
    }

    private static IEnumerable<string> Lines(StreamReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
