namespace Insiders.Core.Application.Imports;

/// <summary>How much may be uploaded.</summary>
/// <param name="MaxBytes">The largest file.</param>
/// <param name="ReserveBytes">Bytes of the disk that stay free after an upload, for the import itself.</param>
public sealed record UploadSettings(long MaxBytes, long ReserveBytes);
