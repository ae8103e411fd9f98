namespace Insiders.Core.Learning.Clustering;

/// <summary>Names of scores in candidates, files and databases.</summary>
public static class ScoreNames
{
    /// <summary>Mean silhouette, −1 to 1; higher is better.</summary>
    public const string Silhouette = "silhouette";

    /// <summary>Mean log-likelihood per row; higher is better.</summary>
    public const string MeanLogLikelihood = "meanLogLikelihood";

    /// <summary>Bayesian information criterion; lower is better.</summary>
    public const string Bic = "bic";

    /// <summary>Sum of squared distances to the centres; lower is better for one number of clusters.</summary>
    public const string Inertia = "inertia";

    /// <summary>Mean Jaccard similarity, over bootstrap samples, of the cluster that is found again least, 0 to 1; higher is better.</summary>
    public const string Stability = "stability";

    /// <summary>Share of rows in no cluster, 0 to 1; there for methods that leave rows out.</summary>
    public const string NoiseShare = "noiseShare";
}
