namespace Insiders.Core.Learning.Clustering;

/// <summary>How far apart two clusters are when they are joined one by one.</summary>
public enum Linkage
{
    /// <summary>By how much joining them raises the sum of squared distances to the means (Ward 1963): round groups of similar size.</summary>
    Ward,

    /// <summary>The mean distance between their rows (Sokal and Michener 1958).</summary>
    Average,

    /// <summary>The largest distance between their rows (Sørensen 1948): no group is wider than its height.</summary>
    Complete,
}
