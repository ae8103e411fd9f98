namespace Insiders.Core.Import.Sources;

/// <summary>One of several files that are read one after the other.</summary>
/// <param name="Name">Its name, for sentences.</param>
/// <param name="Bytes">Its length where it lies.</param>
/// <param name="Open">Opens it as text.</param>
internal sealed record SourceFile(string Name, long Bytes, Func<TextSource> Open);
