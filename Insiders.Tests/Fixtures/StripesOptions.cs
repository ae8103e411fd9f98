using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Insiders.Core.Learning;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Numerics;
using Insiders.Core.Settings;

namespace Insiders.Tests.Fixtures;

/// <summary>A toy clusterer: stripes of equal size along the first dimension, with the outermost rows as noise. It shows that one file and one line in a catalogue are enough for a method.</summary>
public sealed record StripesOptions : ClustererOptions
{
    public const string Name = "stripes";

    private static readonly Setting<int> s_leftOut = SettingDescriptor.Whole("leftOut", "StripesLeftOut", 2, new(0, 20), SettingUnit.Customers);

    public StripesOptions()
        : base(Name)
    {
    }

    /// <summary>The methods of the product, and this one.</summary>
    [JsonIgnore]
    public static MethodCatalog AmongOthers { get; } = MethodCatalog.All with
    {
        Clusterers = [.. MethodCatalog.All.Clusterers, new(new StripesOptions(), [s_leftOut], "Stripes of equal size.", PlacesNewRows: false, options => new Clusterer((StripesOptions)options))],
    };

    /// <summary>Number of rows in no stripe.</summary>
    public int LeftOut { get; init => field = s_leftOut.Check(value); } = s_leftOut.Default;

    private sealed class Clusterer(StripesOptions options) : IClusterer
    {
        public int Starts => 1;

        public IClusterModel Fit(Matrix points, int clusters, int start, CancellationToken cancellationToken)
        {
            int[] order = [.. Enumerable.Range(0, points.Rows).OrderBy(i => points[i, 0])];
            var (labels, kept) = (new int[points.Rows], points.Rows - options.LeftOut);
            for (var place = 0; place < order.Length; place++)
            {
                labels[order[place]] = place < kept ? place * clusters / kept : Partition.Noise;
            }

            return new Model(new Partition([.. labels], clusters));
        }
    }

    private sealed record Model(Partition Partition) : IClusterModel
    {
        public ImmutableSortedDictionary<string, double> Scores => ImmutableSortedDictionary<string, double>.Empty;

        public int Iterations => 1;

        public bool Converged => true;
    }
}
