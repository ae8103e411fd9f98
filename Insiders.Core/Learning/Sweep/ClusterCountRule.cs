namespace Insiders.Core.Learning.Sweep;

/// <summary>How a sweep chooses among the numbers of clusters that it tried.</summary>
public enum ClusterCountRule
{
    /// <summary>The highest mean silhouette.</summary>
    Silhouette,

    /// <summary>The most clusters of which every one is found again in samples of the customers.</summary>
    Stability,
}
