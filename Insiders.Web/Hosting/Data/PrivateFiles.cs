using System.Runtime.InteropServices;
using Insiders.Core.Application.Disk;

namespace Insiders.Web.Hosting.Data;

/// <summary>Keeps the data folder to the account that the process runs as: customers' names are nobody else's on the machine.</summary>
internal static class PrivateFiles
{
    private const uint OthersMask = 0x3F; // 077 in octal: nothing for group and others.
    private const UnixFileMode FolderMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly EnumerationOptions s_everything = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true };

    /// <summary>Makes the folder 0700, what is in it 0600, and so whatever this process writes from now on. Nothing to do on Windows, where a folder's rights are inherited.</summary>
    /// <remarks>
    /// A folder that holds other things than ours, such as somebody's home, keeps its rights; ours within it do not. What belongs to another
    /// account stays as it is: writing it will fail with a sentence of its own.
    /// </remarks>
    public static void Guard(DataFolder folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _ = SetMask(OthersMask);
        try
        {
            Directory.CreateDirectory(folder.Root);
            var isOurs = File.Exists(folder.Database) || !Directory.EnumerateFileSystemEntries(folder.Root).Any();
            if (isOurs && !File.GetUnixFileMode(folder.Root).HasFlag(UnixFileMode.StickyBit))
            {
                Set(folder.Root, FolderMode);
            }

            foreach (var file in Directory.EnumerateFiles(folder.Root, Path.GetFileName(folder.Database) + "*"))
            {
                Set(file, FileMode);
            }

            foreach (var inner in new[] { folder.Ledger, folder.Sales, folder.Keys, folder.Uploads, folder.Spill, folder.Runs, folder.Backups }.Where(Directory.Exists))
            {
                Set(inner, FolderMode);
                foreach (var entry in Directory.EnumerateFileSystemEntries(inner, "*", s_everything))
                {
                    Set(entry, Directory.Exists(entry) ? FolderMode : FileMode);
                }
            }
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            // A folder that cannot be written is refused where it is opened, in words.
        }
    }

    private static void Set(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(path) != mode)
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    [DllImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint SetMask(uint mask);
}
