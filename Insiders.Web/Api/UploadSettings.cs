namespace Insiders.Web.Api;

/// <summary>How much may be uploaded.</summary>
/// <remarks>The settings <c>Insiders:Upload:MaxMegabytes</c> and <c>Insiders:Upload:ReserveMegabytes</c>.</remarks>
public sealed class UploadSettings(IConfiguration configuration)
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>The largest file in bytes; 5 GB unless set.</summary>
    public long MaxBytes { get; } = configuration.GetValue("Insiders:Upload:MaxMegabytes", 5L * 1024) * Megabyte;

    /// <summary>Bytes of the disk that stay free after an upload, for the import itself; 256 MB unless set.</summary>
    public long ReserveBytes { get; } = configuration.GetValue("Insiders:Upload:ReserveMegabytes", 256L) * Megabyte;
}
