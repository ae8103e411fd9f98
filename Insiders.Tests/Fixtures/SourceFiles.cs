namespace Insiders.Tests.Fixtures;

/// <summary>The source files of the product and its tests.</summary>
public static class SourceFiles
{
    private static readonly string[] s_projects = ["Insiders.Core", "Insiders.Web", "Insiders.Tests", "Insiders.Benchmarks", "wwwroot-assets"];

    private static readonly string[] s_generated = ["bin", "obj", "Migrations", "CompiledModel"];

    /// <summary>Every hand-written file with this extension, of all projects and the browser's assets, or of one of them.</summary>
    /// <param name="extension">Such as <c>.cs</c>.</param>
    /// <param name="project">Such as <c>Insiders.Core</c>; null for all.</param>
    public static IEnumerable<SourceFile> Of(string extension, string? project = null)
        => from name in s_projects
           where project is null || project == name
           let folder = Path.Combine(SharedData.RepositoryRoot, name)
           where Directory.Exists(folder)
           from path in Directory.EnumerateFiles(folder, "*" + extension, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
           let relative = Path.GetRelativePath(SharedData.RepositoryRoot, path).Replace('\\', '/')
           where !relative.Split('/').Intersect(s_generated).Any()
           select new SourceFile(relative, File.ReadAllLines(path));
}
