using System.Collections.Immutable;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Scoring;

namespace Insiders.Core.Learning.Sweep;

/// <summary>Every method and number of clusters that was tried and the one that won.</summary>
/// <param name="Candidates">Ascending by number of clusters, then in the order of the methods; each is the best of its starts.</param>
/// <param name="Winner">The winner in <paramref name="Candidates"/>: the highest silhouette, the first among equals.</param>
/// <param name="Model">The winner's model, for rows that were not swept over.</param>
/// <param name="Score">The winner's silhouettes.</param>
/// <param name="Scored">Rows the silhouettes belong to, ascending: all of them, or the sample.</param>
public sealed record SweepResult(
    ImmutableArray<Candidate> Candidates, Candidate Winner, IClusterModel Model, SilhouetteScore Score, ImmutableArray<int> Scored);
