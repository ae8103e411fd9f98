namespace Insiders.Core.Learning.Sweep;

/// <summary>One number of clusters that was tried, and what became of it.</summary>
/// <param name="ClusterCount">Clusters asked for.</param>
/// <param name="Silhouette">Mean silhouette, −1 to 1; null where it is not defined.</param>
/// <param name="MeanLogLikelihood">Mean log-likelihood per customer under the mixture.</param>
/// <param name="Bic">Bayesian information criterion; lower is better.</param>
/// <param name="Iterations">Iterations of the mixture.</param>
/// <param name="Converged">False when the mixture stopped at its limit of iterations.</param>
public sealed record Candidate(int ClusterCount, double? Silhouette, double MeanLogLikelihood, double Bic, int Iterations, bool Converged);
