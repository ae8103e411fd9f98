using Insiders.Core.Segments;

namespace Insiders.Core.Storage.Schema;

/// <summary>Row of <c>run_segments</c>: a segment as one run found it.</summary>
internal sealed class RunSegmentEntity
{
    public required long RunId { get; set; }

    public required long SegmentId { get; set; }

    public required int Position { get; set; }

    public required string English { get; set; }

    public required string Portuguese { get; set; }

    public required string ClustersJson { get; set; }

    public required GroupProfile Profile { get; set; }

    public string? MembersJson { get; set; }
}
