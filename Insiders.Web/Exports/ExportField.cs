namespace Insiders.Web.Exports;

/// <summary>A column of an exported table, and how to get its cell from a row.</summary>
/// <typeparam name="T">The type of a row.</typeparam>
/// <param name="Heading">Its heading in the first row.</param>
/// <param name="Kind">Kind of its values.</param>
/// <param name="Value">A row's cell: a text, a number, a <see cref="DateOnly"/>, a <see cref="DateTimeOffset"/>, or null for none.</param>
public sealed record ExportField<T>(string Heading, ValueKind Kind, Func<T, object?> Value);
