using System.Collections.Immutable;

namespace Insiders.Core.Learning.Clustering;

/// <summary>What a clustering method found. A model that can place rows it was not fitted on is an <see cref="IPlacingModel"/>.</summary>
public interface IClusterModel
{
    /// <summary>One label per row that it was fitted on.</summary>
    Partition Partition { get; }

    /// <summary>Measures of the method's own, by a name of <see cref="ScoreNames"/> or another; empty where it has none.</summary>
    ImmutableSortedDictionary<string, double> Scores { get; }

    /// <summary>Iterations taken; 1 where nothing is repeated.</summary>
    int Iterations { get; }

    /// <summary>False when a limit of iterations came first.</summary>
    bool Converged { get; }
}
