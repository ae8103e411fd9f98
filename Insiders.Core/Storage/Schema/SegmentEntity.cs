namespace Insiders.Core.Storage.Schema;

/// <summary>Row of <c>segments</c>: a segment across all runs, identified by its key (decision 0005).</summary>
internal sealed class SegmentEntity
{
    public long Id { get; set; }

    public required string Key { get; set; }

    public required string Colour { get; set; }
}
