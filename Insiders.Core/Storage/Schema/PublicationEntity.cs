namespace Insiders.Core.Storage.Schema;

/// <summary>Row of <c>publications</c>: the last one names the published run, the others are history.</summary>
internal sealed class PublicationEntity
{
    public long Id { get; set; }

    public required long RunId { get; set; }

    public required string PublishedBy { get; set; }

    public required DateTimeOffset PublishedAt { get; set; }
}
