using Insiders.Core.Problems;

namespace Insiders.Core.Application.Disk;

/// <summary>Compares the free space on the data folder's disk with what a piece of work needs, before the work begins.</summary>
/// <remarks>The needs are estimated from existing file sizes, on the high side, so that work which cannot finish is refused at the start.</remarks>
public sealed class DiskSpace(DataFolder folder)
{
    /// <summary>Reserve for the database, its log and small files, on top of the work itself.</summary>
    private const long Margin = 2_000_000;

    /// <summary>Sales in a column file take a fifth of their size as text, and are written twice when earlier imports must be searched for duplicates.</summary>
    private const double ImportShare = 0.5;

    /// <summary>A compressed sales file is about a tenth of its size as text.</summary>
    private const double PackedImportShare = 4;

    /// <summary>A run stores its cleaned sales, and for each customer one row in the database and one in the database's log.</summary>
    private const long BytesPerCustomer = 2_000;

    /// <summary>Free bytes on the data folder's disk.</summary>
    public long FreeBytes => new DriveInfo(folder.Root).AvailableFreeSpace;

    /// <summary>Bytes needed to import an uploaded file.</summary>
    public static long OfImport(string file)
    {
        using var stream = File.OpenRead(file);
        Span<byte> start = stackalloc byte[4];
        var isPacked = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) > 1 && start is [0x1f, 0x8b, ..] or [(byte)'P', (byte)'K', ..] or [(byte)'P', (byte)'A', (byte)'R', (byte)'1'];
        return (long)(stream.Length * (isPacked ? PackedImportShare : ImportShare)) + Margin;
    }

    /// <summary>Bytes needed for a run.</summary>
    /// <param name="customers">Number of customers of the last run; 0 when there was none.</param>
    public long OfRun(int customers) => SizeOf(folder.Ledger) + (customers * BytesPerCustomer) + Margin;

    /// <summary>Bytes needed for a backup: the compressed file, plus a temporary copy of the database.</summary>
    public long OfBackup() => (2 * SizeOf(folder.Database)) + SizeOf(folder.Ledger) + SizeOf(folder.Sales) + SizeOf(folder.Runs) + SizeOf(folder.Uploads) + Margin;

    /// <summary>Bytes needed for a restore: all files unpacked beside the data, the database checked there, and its content once more when it is copied into place.</summary>
    /// <param name="databaseBytes">Size of the backup's database.</param>
    /// <param name="otherBytes">Total size of its other files.</param>
    public static long OfRestore(long databaseBytes, long otherBytes) => (2 * databaseBytes) + otherBytes + Margin;

    /// <summary>Throws when the disk has less room than needed.</summary>
    /// <exception cref="DiskRefusalException">Not enough space is free.</exception>
    public void Require(long bytes)
    {
        if (FreeBytes is var free && free < bytes)
        {
            throw DiskRefusalException.NoRoom(bytes, free);
        }
    }

    /// <summary>Size of a file, or of all files in a folder; a database includes the log beside it. A file that disappears meanwhile counts as 0.</summary>
    public static long SizeOf(string path)
    {
        try
        {
            return Directory.Exists(path)
                ? new DirectoryInfo(path).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Exists ? file.Length : 0)
                : new[] { path, path + "-wal" }.Select(file => new FileInfo(file)).Sum(file => file.Exists ? file.Length : 0);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
