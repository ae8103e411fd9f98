using System.Diagnostics;

namespace Insiders.Tests.Fixtures;

/// <summary>A separate in-memory file system that a test can fill, mounted if the process may.</summary>
public sealed class SmallDisk : IDisposable
{
    private readonly TempFolder _mountPoint = new();

    private SmallDisk()
    {
    }

    /// <summary>Whether this process may mount a file system.</summary>
    public static bool IsAllowed { get; } = OperatingSystem.IsLinux() && TryMount();

    /// <summary>Its root.</summary>
    public string Root => _mountPoint.Root;

    /// <summary>Free bytes.</summary>
    public long Free => new DriveInfo(Root).AvailableFreeSpace;

    private string Ballast => _mountPoint.Combine("ballast");

    /// <summary>Mounts the file system.</summary>
    /// <param name="megabytes">Its size.</param>
    public static SmallDisk Mount(int megabytes)
    {
        var disk = new SmallDisk();
        Assert.True(Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", disk.Root));
        return disk;
    }

    /// <summary>A path on it.</summary>
    public string Combine(params string[] parts) => _mountPoint.Combine(parts);

    /// <summary>Fills it until only the given space is left.</summary>
    public void FillTo(long free)
    {
        Empty();
        using var ballast = new FileStream(Ballast, FileMode.Create);
        var block = new byte[4096];
        try
        {
            while (Free - free >= block.Length)
            {
                ballast.Write(block);
                ballast.Flush();
            }
        }
        catch (IOException)
        {
            // The file system is full.
        }
    }

    /// <summary>Makes it read-only.</summary>
    public void MakeReadOnly() => Assert.True(Run("mount", "-o", "remount,ro", Root));

    /// <summary>Frees the space again.</summary>
    public void Empty() => File.Delete(Ballast);

    /// <inheritdoc/>
    public void Dispose()
    {
        // A lazy unmount: open files stay usable, and the path is free at once.
        Run("umount", "-l", Root);
        _mountPoint.Dispose();
    }

    private static bool TryMount()
    {
        using var folder = new TempFolder();
        return Run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.Root) && Run("umount", folder.Root);
    }

    private static bool Run(string command, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
