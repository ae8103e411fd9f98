namespace Insiders.Core.Learning.Stability;

/// <summary>What a mean Jaccard similarity over bootstrap samples says of a cluster (Hennig 2007; the words of R's fpc).</summary>
public enum ClusterTrust
{
    /// <summary>Below 0.6: not to be trusted.</summary>
    None,

    /// <summary>0.6 to 0.75: a pattern in the data; which rows belong to it is doubtful.</summary>
    Pattern,

    /// <summary>0.75 to 0.85: a valid, stable cluster.</summary>
    Valid,

    /// <summary>From 0.85: highly stable.</summary>
    High,
}
