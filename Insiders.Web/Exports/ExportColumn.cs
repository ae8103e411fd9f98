namespace Insiders.Web.Exports;

/// <summary>One column of an exported table.</summary>
/// <param name="Heading">Its heading in the first row.</param>
/// <param name="Kind">Kind of its values.</param>
public sealed record ExportColumn(string Heading, ValueKind Kind);
