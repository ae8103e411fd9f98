namespace Insiders.Core.Application.Backups;

/// <summary>A file in a backup.</summary>
/// <param name="Path">Path relative to the data folder, with forward slashes.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">SHA-256 of its content, as lower-case hexadecimal digits.</param>
public sealed record BackupEntry(string Path, long Bytes, string Sha256);
