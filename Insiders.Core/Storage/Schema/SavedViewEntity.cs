namespace Insiders.Core.Storage.Schema;

/// <summary>A saved view of the list of customers.</summary>
internal sealed class SavedViewEntity
{
    public required string Id { get; set; }

    public required string Name { get; set; }

    public required string Query { get; set; }

    public required string OwnerId { get; set; }

    public required string Owner { get; set; }

    public required bool IsShared { get; set; }

    /// <summary>Lists are sorted by this number.</summary>
    public required long Position { get; set; }
}
