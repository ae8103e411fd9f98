namespace Insiders.Web.Charts.Interop;

/// <summary>A file that the browser saves.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Bytes">Its content.</param>
public sealed record ChartFile(string Name, string ContentType, ReadOnlyMemory<byte> Bytes);
