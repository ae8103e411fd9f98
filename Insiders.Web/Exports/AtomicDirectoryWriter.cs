namespace Insiders.Web.Exports;

/// <summary>
/// Writes files to a folder atomically: they are written beside it and moved in once all are complete, so that the folder never holds a
/// half-written one. Files that were not published are deleted on disposal.
/// </summary>
/// <remarks>Leftovers of a killed process are removed by the next one that writes to the same place: a lock file held open distinguishes a folder in use from an abandoned one.</remarks>
public sealed class AtomicDirectoryWriter : IDisposable
{
    private const string NameStart = ".insiders-";
    private const string LockName = ".in-use.lock";

    private readonly string _target;
    private readonly string _staging;
    private readonly FileStream _lock;

    /// <summary>Prepares the staging folder, and so checks that the target can be written before any work is done.</summary>
    /// <param name="folder">The folder to publish to; it is created if it does not exist.</param>
    /// <exception cref="IOException">The folder or its parent cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or its parent cannot be written.</exception>
    public AtomicDirectoryWriter(string folder)
    {
        _target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var ancestor = _target;
        while (!Directory.Exists(ancestor))
        {
            ancestor = File.Exists(ancestor) ? throw new IOException($"{ancestor} is a file, not a folder") : Path.GetDirectoryName(ancestor)!;
        }

        // Staged beside the folder where possible, so that a killed process leaves nothing in it. The parent of a mounted volume may not be writable.
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

    /// <summary>The path at which to write a file of this name before it is published.</summary>
    public string PathOf(string name) => Path.Combine(_staging, name);

    /// <summary>Moves every file into the folder. Files of the same name are replaced; others are left alone.</summary>
    /// <exception cref="IOException">A file cannot be moved, or a folder with its name is in the way; in the latter case no file has been moved.</exception>
    public void Publish()
    {
        Directory.CreateDirectory(_target);
        (string From, string To)[] moves = [.. Directory.GetFiles(_staging).Where(file => Path.GetFileName(file) != LockName).Select(file => (file, Path.Combine(_target, Path.GetFileName(file))))];

        // Checked before the first move, because a failure half-way would leave files of two runs.
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
        // If the lock does not keep even this process out, the file system does not support locks, and a folder in use cannot be recognised.
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
            // Owned by another account, or in a folder that cannot be listed: leave it, it does no harm.
        }
    }

    // A folder that was just created has no lock file yet, nor do those of earlier versions; both are left alone.
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
