namespace Insiders.Tests.Fixtures;

/// <summary>One source file.</summary>
/// <param name="Path">Relative to the repository, with forward slashes.</param>
/// <param name="Lines">Its lines.</param>
public sealed record SourceFile(string Path, string[] Lines)
{
    /// <summary>The file's name without folder and extension.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>Lines that meet a condition, as <c>path:line: text</c>.</summary>
    public IEnumerable<string> Where(Func<string, bool> condition)
        => Lines.Select((line, i) => (line, i)).Where(place => condition(place.line)).Select(place => $"{Path}:{place.i + 1}: {place.line.Trim()}");
}
