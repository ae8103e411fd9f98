namespace Insiders.Web.Exports;

/// <summary>A column of an exported table, and how a row answers it.</summary>
/// <typeparam name="T">What a row is made of.</typeparam>
/// <param name="Heading">What it is called in the first row.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Value">A row's cell: a text, a number, a <see cref="DateOnly"/>, a <see cref="DateTimeOffset"/>, or null for none.</param>
public sealed record ExportField<T>(string Heading, ValueKind Kind, Func<T, object?> Value);
