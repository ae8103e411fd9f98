using System.Collections.Immutable;
using Insiders.Core.Learning.Clustering;

namespace Insiders.Core.Learning.Sweep;

/// <summary>One method with one number of clusters that was tried, and what became of it.</summary>
public sealed record Candidate
{
    /// <summary>The method of a run whose customers are too few to learn groups from.</summary>
    public const string ByAverages = "by-averages";

    /// <summary>The method of a run whose customers are all alike.</summary>
    public const string AllAlike = "all-alike";

    /// <summary>The method's name in its catalogue.</summary>
    public required string Method { get; init; }

    /// <summary>Its settings, as JSON spells their values.</summary>
    public ImmutableSortedDictionary<string, string> Parameters { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Clusters asked for, or found by a method that finds their number itself.</summary>
    public required int ClusterCount { get; init; }

    /// <summary>Its scores, by the names of <see cref="ScoreNames"/>; one that is not defined is left out.</summary>
    public required ImmutableSortedDictionary<string, double> Scores { get; init; }

    /// <summary>Iterations of the fit.</summary>
    public required int Iterations { get; init; }

    /// <summary>False when the fit stopped at its limit of iterations.</summary>
    public required bool Converged { get; init; }

    /// <summary>True for the one candidate of a run that became its clusters.</summary>
    public bool IsWinner { get; init; }

    /// <summary>True where nothing was learned: the groups follow from a rule.</summary>
    public bool IsByRule => Method is ByAverages or AllAlike;

    /// <summary>Mean Jaccard similarity of the cluster that is found again least; null where it was not measured.</summary>
    public double? Stability => Find(ScoreNames.Stability);

    /// <summary>Mean silhouette, −1 to 1; null where it is not defined.</summary>
    public double? Silhouette => Find(ScoreNames.Silhouette);

    /// <summary>One of its scores; null where it is not defined or not known of this method.</summary>
    public double? Find(string score) => Scores.TryGetValue(score, out var value) ? value : null;

    /// <inheritdoc/>
    public bool Equals(Candidate? other)
        => other is not null && (Method, ClusterCount, Iterations, Converged, IsWinner) == (other.Method, other.ClusterCount, other.Iterations, other.Converged, other.IsWinner)
            && Parameters.SequenceEqual(other.Parameters) && Scores.SequenceEqual(other.Scores);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Method, ClusterCount, Silhouette);
}
