namespace Insiders.Core.Application.Imports;

/// <summary>The folder from which sales are loaded by themselves.</summary>
/// <param name="Folder">Its full path; null when there is none.</param>
/// <param name="Every">How often it is looked at.</param>
public sealed record WatchSettings(string? Folder, TimeSpan Every);
