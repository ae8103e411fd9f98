namespace Insiders.Core.Storage.Schema;

/// <summary>Row of <c>candidates</c>: one number of clusters a run tried.</summary>
internal sealed class CandidateEntity
{
    public required long RunId { get; set; }

    public required int ClusterCount { get; set; }

    public required double? Silhouette { get; set; }

    public required double MeanLogLikelihood { get; set; }

    public required double Bic { get; set; }

    public required int Iterations { get; set; }

    public required bool Converged { get; set; }
}
