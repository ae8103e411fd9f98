namespace Insiders.Core.Pipeline;

/// <summary>The stages of a run, in order.</summary>
public enum SegmentationStage
{
    /// <summary>Rules over the ledger: what is not a sale to a customer is dropped and counted.</summary>
    Clean,

    /// <summary>One row of features per customer.</summary>
    Features,

    /// <summary>The random forest and the leaf each customer falls into.</summary>
    Forest,

    /// <summary>Neighbours and the fuzzy graph of customers, then the embedding the clusters are found in.</summary>
    Embed,

    /// <summary>The same graph laid out in two dimensions, for the eye.</summary>
    Map,

    /// <summary>A mixture for every number of clusters, each scored.</summary>
    Cluster,

    /// <summary>Clusters merged into segments and named.</summary>
    Segments,
}
