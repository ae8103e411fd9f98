using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Clustering;

/// <summary>A clustering method with its settings fixed: points and a number of clusters in, a model out.</summary>
public interface IClusterer
{
    /// <summary>How many models of one number of clusters are worth a score, at least 1: a method that judges its starts by a measure of its own has one.</summary>
    int Starts { get; }

    /// <summary>The same method with less search, for samples that are clustered many times; the method itself where it has none to spare.</summary>
    IClusterer ForSamples => this;

    /// <summary>Groups the rows of <paramref name="points"/>.</summary>
    /// <param name="points">Shape [rows × dimensions], finite, at least one row; not changed.</param>
    /// <param name="clusters">Number of clusters, at most the number of rows; not looked at by a method that finds it itself.</param>
    /// <param name="start">Which of <see cref="Starts"/>, from 0.</param>
    /// <param name="cancellationToken">Looked at once per iteration.</param>
    /// <returns>The same for the same points, settings and start, whatever the number of threads.</returns>
    /// <exception cref="ArgumentException">The points are empty or not finite, or fewer than the clusters.</exception>
    IClusterModel Fit(Matrix points, int clusters, int start, CancellationToken cancellationToken);
}
