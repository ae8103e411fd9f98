namespace Insiders.Core.Storage.Schema;

/// <summary>Row of <c>candidates</c>: a clustering method with one number of clusters that a run tried.</summary>
internal sealed class CandidateEntity
{
    public required long RunId { get; set; }

    public required string Method { get; set; }

    public required int ClusterCount { get; set; }

    public required string ParametersJson { get; set; }

    public required string ScoresJson { get; set; }

    public required int Iterations { get; set; }

    public required bool Converged { get; set; }

    public required bool IsWinner { get; set; }
}
