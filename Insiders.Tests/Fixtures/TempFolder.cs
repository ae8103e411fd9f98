namespace Insiders.Tests.Fixtures;

/// <summary>A folder that goes with the test.</summary>
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

    /// <summary>Names of everything in it, hidden ones too.</summary>
    public string[] Names() => [.. Directory.EnumerateFileSystemEntries(Root).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    /// <summary>Deletes it, again where something came while it went: a site that was stopped in the middle of its work may end a file after that.</summary>
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
