using System.Collections.Immutable;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Scoring;

namespace Insiders.Core.Learning.Sweep;

/// <summary>Every number of clusters that was tried and the one that won.</summary>
/// <param name="Candidates">Ascending by number of clusters; each is the best of its starts.</param>
/// <param name="Winner">The winner in <paramref name="Candidates"/>: the highest silhouette, the fewest clusters among equals.</param>
/// <param name="Model">The winner's mixture, for rows that were not swept over.</param>
/// <param name="Score">The winner's silhouettes.</param>
/// <param name="Scored">Rows the silhouettes belong to, ascending: all of them, or the sample.</param>
public sealed record SweepResult(
    ImmutableArray<Candidate> Candidates, Candidate Winner, MixtureModel Model, SilhouetteScore Score, ImmutableArray<int> Scored);
