using System.Globalization;
using Insiders.Core.Application.Disk;
using Insiders.Core.Problems;

namespace Insiders.Web.Hosting.Data;

/// <summary>This process's exclusive lock on a data folder: an operating-system file lock, which is released even if the process is killed.</summary>
/// <remarks>
/// Two sites on one folder would each take the other's runs for interrupted. Not every system lets others read the locked file, so a second
/// file names the holder; it also shows whether the folder is still the one that was locked.
/// </remarks>
public sealed class DataFolderLock(DataFolder folder, TimeProvider time) : IDisposable
{
    private const string LockName = "insiders.lock";
    private const string HolderName = "insiders.lock.txt";

    // Error codes for a lock held by another process: EWOULDBLOCK on Linux and on macOS, a sharing violation on Windows.
    private static readonly int[] s_taken = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    private FileStream? _held;
    private string? _written;

    private string LockPath => Path.Combine(folder.Root, LockName);

    private string HolderPath => Path.Combine(folder.Root, HolderName);

    /// <summary>Whether a path is one of the two lock files.</summary>
    public static bool Owns(string path) => Path.GetFileName(path) is LockName or HolderName;

    /// <summary>Acquires the lock.</summary>
    /// <exception cref="RefusedException">Another process holds the lock; the message names it.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    public void Acquire()
    {
        Directory.CreateDirectory(folder.Root);
        try
        {
            _held = new FileStream(LockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
        }
        catch (IOException taken) when (s_taken.Contains(taken.HResult))
        {
            throw new RefusedException($"The data folder {folder.Root} is in use by {Holder()}: stop it first, or name another folder with --data.", taken);
        }

        var holder = string.Create(
            CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName}, started {time.GetUtcNow():yyyy-MM-dd HH:mm:ss} UTC\n{Guid.NewGuid():N}\n");
        try
        {
            File.WriteAllText(HolderPath, holder);
            _written = holder;
        }
        catch (IOException)
        {
            // The lock also works on a full disk; only its holder cannot be named.
        }

        folder.Watch(() => IsHeld);
    }

    /// <summary>Whether the folder still exists and is still the one that was locked: removing a disk may leave an empty folder in its place.</summary>
    public bool IsHeld
    {
        get
        {
            try
            {
                return _held is not null && (_written is null ? File.Exists(LockPath) : File.ReadAllText(HolderPath) == _written);
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _held?.Dispose();
        _held = null;
    }

    private string Holder()
    {
        try
        {
            return File.ReadLines(HolderPath).FirstOrDefault() is { Length: > 0 } holder ? holder : "another process";
        }
        catch (IOException)
        {
            return "another process";
        }
    }
}
