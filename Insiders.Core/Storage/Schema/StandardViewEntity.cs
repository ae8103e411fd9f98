namespace Insiders.Core.Storage.Schema;

/// <summary>The saved view that an account's first visit opens.</summary>
internal sealed class StandardViewEntity
{
    public required string AccountId { get; set; }

    public required string ViewId { get; set; }
}
