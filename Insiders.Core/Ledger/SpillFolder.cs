namespace Insiders.Core.Ledger;

/// <summary>A folder for what does not fit in memory, gone when disposed; one whose process was killed is found out and removed.</summary>
/// <remarks>A lock file held open tells a folder in use from an abandoned one.</remarks>
internal sealed class SpillFolder : IDisposable
{
    private const string LockName = "in-use.lock";

    private readonly FileStream _lock;

    private SpillFolder(string path, FileStream held)
    {
        Path = path;
        _lock = held;
    }

    /// <summary>Full path.</summary>
    public string Path { get; }

    /// <summary>Makes a folder of its own below a root, which is made if need be.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder that the root lies in is gone: no other one is begun in its place.</exception>
    public static SpillFolder Create(string root)
    {
        if (System.IO.Path.GetDirectoryName(root) is { Length: > 0 } around && !Directory.Exists(around))
        {
            throw new DirectoryNotFoundException($"The folder {around} is gone.");
        }

        var path = System.IO.Path.Combine(root, Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(path);
        return new SpillFolder(path, new FileStream(System.IO.Path.Combine(path, LockName), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None));
    }

    /// <summary>Removes the folders below a root that nobody holds.</summary>
    public static void RemoveAbandoned(string root)
    {
        foreach (var path in Directory.Exists(root) ? Directory.EnumerateDirectories(root) : [])
        {
            try
            {
                // A folder between its making and its locking has no lock file yet: it is left alone.
                new FileStream(System.IO.Path.Combine(path, LockName), FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
                Directory.Delete(path, recursive: true);
            }
            catch (IOException)
            {
                // In use.
            }
        }
    }

    public void Dispose()
    {
        _lock.Dispose();
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // Removed with the abandoned ones next time.
        }
    }
}
