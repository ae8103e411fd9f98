using Insiders.Core.Application.Imports;

namespace Insiders.Core.Storage.Schema;

/// <summary>An uploaded file and the state of its import.</summary>
internal sealed class ImportJobEntity
{
    public required string Id { get; set; }

    public required string FileName { get; set; }

    public required ImportJobState State { get; set; }

    public required string RequestedBy { get; set; }

    public required DateTimeOffset UploadedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    public string? Options { get; set; }

    public string? ImportId { get; set; }

    public string? Error { get; set; }
}
