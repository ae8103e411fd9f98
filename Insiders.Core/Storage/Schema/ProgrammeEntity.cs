namespace Insiders.Core.Storage.Schema;

/// <summary>A programme.</summary>
internal sealed class ProgrammeEntity
{
    public long Id { get; set; }

    /// <summary>Tiers and policy, as <see cref="Programmes.ProgrammeJson"/> writes them.</summary>
    public required string DefinitionJson { get; set; }

    public DateTimeOffset? ChangedAt { get; set; }

    public string? ChangedBy { get; set; }
}
