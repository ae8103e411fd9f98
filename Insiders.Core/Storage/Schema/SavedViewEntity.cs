namespace Insiders.Core.Storage.Schema;

/// <summary>A list of customers under a name.</summary>
internal sealed class SavedViewEntity
{
    public required string Id { get; set; }

    public required string Name { get; set; }

    public required string Query { get; set; }

    public required string OwnerId { get; set; }

    public required string Owner { get; set; }

    public required bool IsShared { get; set; }

    /// <summary>Lists are in the order of this number.</summary>
    public required long Position { get; set; }
}
