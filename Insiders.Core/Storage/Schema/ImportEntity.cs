namespace Insiders.Core.Storage.Schema;

/// <summary>Row of <c>imports</c>.</summary>
internal sealed class ImportEntity
{
    public required string Id { get; set; }

    public required string FileName { get; set; }

    public required string ImportedBy { get; set; }

    public required DateTimeOffset ImportedAt { get; set; }

    public required long RowsRead { get; set; }

    public required long RowsLoaded { get; set; }

    public required long RowsSkipped { get; set; }

    public required long RowsRejected { get; set; }

    public required DateOnly? FirstDate { get; set; }

    public required DateOnly? LastDate { get; set; }

    public required string Fingerprint { get; set; }

    public DateTimeOffset? UndoneAt { get; set; }

    public string? UndoneBy { get; set; }
}
