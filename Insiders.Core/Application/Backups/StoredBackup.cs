namespace Insiders.Core.Application.Backups;

/// <summary>A backup in the data folder.</summary>
/// <param name="Name">Its file name.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="MadeAt">When it was written, in UTC.</param>
public sealed record StoredBackup(string Name, long Bytes, DateTimeOffset MadeAt);
