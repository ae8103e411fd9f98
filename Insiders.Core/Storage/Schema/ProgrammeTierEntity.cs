namespace Insiders.Core.Storage.Schema;

/// <summary>The name of a tier, for tools that read the views.</summary>
internal sealed class ProgrammeTierEntity
{
    public required long ProgrammeId { get; set; }

    public required int Tier { get; set; }

    public required string Name { get; set; }
}
