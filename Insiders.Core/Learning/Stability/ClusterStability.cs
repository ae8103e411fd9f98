namespace Insiders.Core.Learning.Stability;

/// <summary>How well one cluster is found again in samples.</summary>
/// <param name="MeanJaccard">Mean over the samples of the largest Jaccard similarity with any cluster found there, 0 to 1.</param>
/// <param name="StandardError">Standard deviation of those ÷ √samples; 0 for one sample.</param>
/// <param name="Dissolved">Samples in which the similarity was at most a half: the cluster was not there.</param>
/// <param name="Recovered">Samples in which it was at least three quarters.</param>
public sealed record ClusterStability(double MeanJaccard, double StandardError, int Dissolved, int Recovered)
{
    /// <summary>What the mean says.</summary>
    public ClusterTrust Trust => MeanJaccard switch
    {
        >= 0.85 => ClusterTrust.High,
        >= 0.75 => ClusterTrust.Valid,
        >= 0.6 => ClusterTrust.Pattern,
        _ => ClusterTrust.None,
    };
}
