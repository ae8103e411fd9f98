namespace Insiders.Web.Exports;

/// <summary>
/// Files on their way to a folder: they are written beside it and moved in when all are whole, so that the folder never holds a
/// half-written one. What was not published is gone when this is disposed.
/// </summary>
/// <remarks>What a killed process left is removed by the next one that writes to the same place: a lock file held open tells a folder in use from an abandoned one.</remarks>
public sealed class AtomicDirectoryWriter : IDisposable
{
    private const string NameStart = ".insiders-";
    private const string LockName = ".in-use.lock";

    private readonly string _target;
    private readonly string _staging;
    private readonly FileStream _lock;

    /// <summary>Prepares a way into a folder, and proves that it can be written before any work is done for it.</summary>
    /// <param name="folder">The folder to publish to; made when it is not there.</param>
    /// <exception cref="IOException">The folder, or the one it lies in, cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder, or the one it lies in, cannot be written.</exception>
    public AtomicDirectoryWriter(string folder)
    {
        _target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var ancestor = _target;
        while (!Directory.Exists(ancestor))
        {
            ancestor = File.Exists(ancestor) ? throw new IOException($"{ancestor} is a file, not a folder") : Path.GetDirectoryName(ancestor)!;
        }

        // Beside the folder where possible: a killed process then leaves nothing in it. A mounted volume has no writable beside.
        (_staging, _lock) = ancestor == _target && Path.GetDirectoryName(_target) is { } beside && TryStage(beside) is { } staged ? staged : Stage(ancestor);
        try
        {
            RemoveAbandoned();
            if (ancestor == _target)
            {
                var probe = Path.Combine(_target, $".{Guid.NewGuid():N}");
                File.WriteAllBytes(probe, []);
                File.Delete(probe);
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Where a file of this name is to be written for now.</summary>
    public string PathOf(string name) => Path.Combine(_staging, name);

    /// <summary>Moves every file into the folder; files of the same name are replaced, others left alone.</summary>
    /// <exception cref="IOException">A file cannot be moved, or a folder of its name is in the way; in that case none was.</exception>
    public void Publish()
    {
        Directory.CreateDirectory(_target);
        (string From, string To)[] moves = [.. Directory.GetFiles(_staging).Where(file => Path.GetFileName(file) != LockName).Select(file => (file, Path.Combine(_target, Path.GetFileName(file))))];

        // Looked at before the first move: a refusal half-way would leave files of two runs.
        if (moves.Select(move => move.To).FirstOrDefault(Directory.Exists) is { } taken)
        {
            throw new IOException($"{taken} is a folder, and a file of that name is to be written");
        }

        foreach (var (from, to) in moves)
        {
            File.Move(from, to, overwrite: true);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _lock.Dispose();
        if (Directory.Exists(_staging))
        {
            Directory.Delete(_staging, recursive: true);
        }
    }

    private void RemoveAbandoned()
    {
        // Where the lock does not even keep this process out, the file system knows no locks, and nobody can tell whose folder is in use.
        if (IsFree(_staging))
        {
            return;
        }

        try
        {
            foreach (var abandoned in Directory.EnumerateDirectories(Path.GetDirectoryName(_staging)!, NameStart + "*").Where(IsFree))
            {
                Directory.Delete(abandoned, recursive: true);
            }
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            // Of another account, or in a folder that cannot be listed: it is in nobody's way.
        }
    }

    // One between its making and its locking has no lock file yet, as those of earlier versions: they are left alone.
    private static bool IsFree(string staging)
    {
        try
        {
            using var held = new FileStream(Path.Combine(staging, LockName), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static (string Folder, FileStream Lock)? TryStage(string folder)
    {
        try
        {
            return Stage(folder);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static (string Folder, FileStream Lock) Stage(string folder)
    {
        var staging = Directory.CreateDirectory(Path.Combine(folder, $"{NameStart}{Guid.NewGuid():N}")).FullName;
        try
        {
            return (staging, new FileStream(Path.Combine(staging, LockName), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None));
        }
        catch
        {
            Directory.Delete(staging);
            throw;
        }
    }
}
