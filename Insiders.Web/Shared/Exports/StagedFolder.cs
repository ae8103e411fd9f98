namespace Insiders.Web.Shared.Exports;

/// <summary>
/// Files on their way to a folder: they are written beside it and moved in when all are whole, so that the folder never holds a
/// half-written one. What was not published is gone when this is disposed.
/// </summary>
public sealed class StagedFolder : IDisposable
{
    private readonly string _target;
    private readonly string _staging;

    /// <summary>Prepares a way into a folder, and proves that it can be written before any work is done for it.</summary>
    /// <param name="folder">The folder to publish to; made when it is not there.</param>
    /// <exception cref="IOException">The folder, or the one it lies in, cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder, or the one it lies in, cannot be written.</exception>
    public StagedFolder(string folder)
    {
        _target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var ancestor = _target;
        while (!Directory.Exists(ancestor))
        {
            ancestor = File.Exists(ancestor) ? throw new IOException($"{ancestor} is a file, not a folder") : Path.GetDirectoryName(ancestor)!;
        }

        // Beside the folder where possible: a killed process then leaves nothing in it. A mounted volume has no writable beside.
        _staging = ancestor == _target && Path.GetDirectoryName(_target) is { } beside && TryStage(beside) is { } staged ? staged : Stage(ancestor);
        try
        {
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
        (string From, string To)[] moves = [.. Directory.GetFiles(_staging).Select(file => (file, Path.Combine(_target, Path.GetFileName(file))))];

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
        if (Directory.Exists(_staging))
        {
            Directory.Delete(_staging, recursive: true);
        }
    }

    private static string? TryStage(string folder)
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

    private static string Stage(string folder) => Directory.CreateDirectory(Path.Combine(folder, $".insiders-{Guid.NewGuid():N}")).FullName;
}
