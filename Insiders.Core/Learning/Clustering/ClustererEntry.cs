namespace Insiders.Core.Learning.Clustering;

/// <summary>One clustering method of the catalogue.</summary>
/// <param name="Name">The name in files and addresses, such as <c>k-means</c>. Unique.</param>
/// <param name="Sentence">What it does, for an analyst.</param>
/// <param name="Create">Makes it for a number of clusters, a seed and a number of threads.</param>
public sealed record ClustererEntry(string Name, string Sentence, Func<int, ulong, int, IClusterer> Create)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
