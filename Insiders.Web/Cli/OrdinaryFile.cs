using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Insiders.Web.Cli;

/// <summary>Whether a path names a file whose bytes lie on a disk, and not a device, a pipe or a socket.</summary>
/// <remarks>.NET does not tell them apart. On Linux the kernel is asked; elsewhere only what lies in <c>/dev</c> is refused.</remarks>
public static class OrdinaryFile
{
    private const int CurrentFolder = -100;
    private const uint TypeWanted = 1;
    private const int TypeOffset = 28;
    private const int TypeBits = 0xf000;
    private const int Ordinary = 0x8000;

    /// <summary>True for an ordinary file, for a link to one, and where there is nothing yet.</summary>
    public static bool Is(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return !path.StartsWith("/dev/", StringComparison.Ordinal);
        }

        // The answer's layout is the same on every machine: its mode is the 16 bits at byte 28.
        var answer = new byte[256];
        return Ask(CurrentFolder, Encoding.UTF8.GetBytes(path + '\0'), 0, TypeWanted, answer) != 0
            || (BinaryPrimitives.ReadUInt16LittleEndian(answer.AsSpan(TypeOffset)) & TypeBits) == Ordinary;
    }

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Ask(int folder, byte[] path, int flags, uint wanted, byte[] answer);
}
