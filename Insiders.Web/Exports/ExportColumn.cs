namespace Insiders.Web.Exports;

/// <summary>One column of an exported table.</summary>
/// <param name="Heading">What it is called in the first row.</param>
/// <param name="Kind">What it holds.</param>
public sealed record ExportColumn(string Heading, ValueKind Kind);
