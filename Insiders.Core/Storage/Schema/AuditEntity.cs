namespace Insiders.Core.Storage.Schema;

/// <summary>One recorded action.</summary>
internal sealed class AuditEntity
{
    public long Id { get; set; }

    public required DateTimeOffset At { get; set; }

    public required string Actor { get; set; }

    public required string Action { get; set; }

    public required string Subject { get; set; }

    public string? Detail { get; set; }
}
