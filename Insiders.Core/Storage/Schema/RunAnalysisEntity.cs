namespace Insiders.Core.Storage.Schema;

/// <summary>The stored result of an analysis of a run.</summary>
internal sealed class RunAnalysisEntity
{
    public required long RunId { get; set; }

    public required string Key { get; set; }

    public required int Version { get; set; }

    public required string Edition { get; set; }

    public required DateTimeOffset ComputedAt { get; set; }

    public required byte[] Content { get; set; }
}
