using System.Collections.Immutable;
using Insiders.Core.Settings;

namespace Insiders.Core.Learning.Clustering;

/// <summary>One clustering method of a catalogue.</summary>
/// <param name="Default">Its settings unless somebody says otherwise.</param>
/// <param name="Settings">What can be set, in the order of forms.</param>
/// <param name="Sentence">What it does, for an analyst.</param>
/// <param name="PlacesNewRows">Its models give rows a cluster that they were not fitted on (<see cref="IPlacingModel"/>). Without that a run learns from all customers or is refused.</param>
/// <param name="Create">Makes it from settings of the type of <paramref name="Default"/>.</param>
public sealed record ClustererEntry(
    ClustererOptions Default, ImmutableArray<SettingDescriptor> Settings, string Sentence, bool PlacesNewRows, Func<ClustererOptions, IClusterer> Create)
{
    /// <summary>The name in files and addresses, such as <c>k-means</c>. Unique in a catalogue.</summary>
    public string Kind => Default.Kind;

    /// <summary>It finds the number of clusters itself, and may leave rows out as noise: a sweep tries it once, whatever numbers are asked for.</summary>
    public bool FindsClusterCount { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Kind;
}
