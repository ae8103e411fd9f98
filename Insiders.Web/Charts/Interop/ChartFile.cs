namespace Insiders.Web.Charts.Interop;

/// <summary>A file that the browser saves.</summary>
/// <param name="Name">What the file is called.</param>
/// <param name="ContentType">What browsers take it for.</param>
/// <param name="Bytes">What it holds.</param>
public sealed record ChartFile(string Name, string ContentType, ReadOnlyMemory<byte> Bytes);
