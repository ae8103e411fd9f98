namespace Insiders.Core.Storage.Schema;

/// <summary>Who met the rule of an audience in one run.</summary>
internal sealed class AudienceSnapshotEntity
{
    public long Id { get; set; }

    public required long AudienceId { get; set; }

    public required long RunId { get; set; }

    public required DateOnly AsOf { get; set; }

    public required string CustomerIdsJson { get; set; }
}
