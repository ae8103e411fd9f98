using Insiders.Core.Problems;

namespace Insiders.Core.Application.Imports;

/// <summary>A file somebody uploaded, and what becomes of it.</summary>
/// <param name="Id">Made by the caller: letters, digits and dashes; also the name of the uploaded file in the data folder.</param>
/// <param name="FileName">The name the file had where it came from.</param>
/// <param name="State">How far it has come.</param>
/// <param name="RequestedBy">Who uploaded it.</param>
/// <param name="UploadedAt">When, in UTC.</param>
/// <param name="FinishedAt">When it ended one way or another; null until then.</param>
/// <param name="Options">How to read it, as the caller wrote it; null until somebody has said.</param>
/// <param name="ImportId">The import it became; null unless it succeeded.</param>
/// <param name="Error">Why it failed; null unless it did.</param>
public sealed record ImportJob(
    string Id, string FileName, ImportJobState State, string RequestedBy, DateTimeOffset UploadedAt, DateTimeOffset? FinishedAt = null,
    string? Options = null, string? ImportId = null, Problem? Error = null);
