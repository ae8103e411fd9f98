namespace Insiders.Core.Application.Backups;

/// <summary>A file in a backup.</summary>
/// <param name="Path">Where it lies in the data folder, with slashes.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Hash of its content, in lower-case hexadecimal digits.</param>
public sealed record BackupEntry(string Path, long Bytes, string Sha256);
