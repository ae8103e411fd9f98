namespace Insiders.Tests.Fixtures;

/// <summary>A temporary folder that is deleted with the test.</summary>
public sealed class TempFolder : IDisposable
{
    /// <summary>Its full path.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("insiders-test-").FullName;

    /// <summary>A path in it.</summary>
    public string Combine(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Writes a file into it.</summary>
    /// <returns>Its path.</returns>
    public string Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a file of these bytes.</summary>
    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(Combine(name), bytes);
        return Combine(name);
    }

    /// <summary>Names of everything in it, including hidden files.</summary>
    public string[] Names() => [.. Directory.EnumerateFileSystemEntries(Root).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    /// <summary>Deletes it, repeatedly if files appear meanwhile: a site stopped in the middle of its work may still finish a file.</summary>
    public void Dispose()
    {
        for (var left = 50; ; left--)
        {
            try
            {
                Directory.Delete(Root, recursive: true);
                return;
            }
            catch (IOException) when (left > 0 && Directory.Exists(Root))
            {
                Thread.Sleep(100);
            }
        }
    }
}
