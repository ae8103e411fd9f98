namespace Insiders.Core.Storage.Schema;

/// <summary>Named customers.</summary>
internal sealed class AudienceEntity
{
    public long Id { get; set; }

    public required string Name { get; set; }

    public required string OwnerId { get; set; }

    public required string Owner { get; set; }

    public required int Customers { get; set; }

    public required long RunId { get; set; }

    public required DateTimeOffset CreatedAt { get; set; }

    public string? RuleJson { get; set; }

    public bool IsShared { get; set; }

    public DateTimeOffset? DeletedAt { get; set; }
}
