namespace Insiders.Core.Application.Imports;

/// <summary>The file of a job that failed or was cancelled: it takes space until somebody tries again or deletes it.</summary>
/// <param name="Job">The job.</param>
/// <param name="Bytes">The file's size.</param>
public sealed record StoredUpload(ImportJob Job, long Bytes);
