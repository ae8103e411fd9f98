using System.Runtime.InteropServices;
using Insiders.Core.Application.Disk;

namespace Insiders.Web.Hosting.Data;

/// <summary>Restricts the data folder to the account the process runs as, because it holds personal data.</summary>
internal static class PrivateFiles
{
    private const uint OthersMask = 0x3F; // 077 in octal: nothing for group and others.
    private const UnixFileMode FolderMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly EnumerationOptions s_everything = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true };

    /// <summary>Sets the folder to 0700, its files to 0600, and the umask for everything this process writes from now on. Does nothing on Windows, where permissions are inherited from the folder.</summary>
    /// <remarks>
    /// A folder that also holds other files, such as a home directory, keeps its permissions; our files in it are still restricted. Files owned by another
    /// account are left unchanged: writing to them fails with its own message.
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
            // A folder that cannot be written is reported when it is opened.
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
