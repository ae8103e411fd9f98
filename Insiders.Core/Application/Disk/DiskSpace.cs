using Insiders.Core.Problems;

namespace Insiders.Core.Application.Disk;

/// <summary>How much is free where the data folder lies, and what work will need of it: looked at before work begins.</summary>
/// <remarks>The needs are estimates from the sizes of what is there, on the high side; they refuse work that would surely end half-way.</remarks>
public sealed class DiskSpace(DataFolder folder)
{
    /// <summary>What the database, its log and small files take besides the work itself.</summary>
    private const long Margin = 2_000_000;

    /// <summary>A row of sales in a column file takes a fifth of its text; it is written twice when earlier imports must be looked through.</summary>
    private const double ImportShare = 0.5;

    /// <summary>A packed file of sales is about a tenth of its text.</summary>
    private const double PackedImportShare = 4;

    /// <summary>A run keeps its cleaned sales, and for each customer a row in the database and another one in its log.</summary>
    private const long BytesPerCustomer = 2_000;

    /// <summary>Bytes that are free.</summary>
    public long FreeBytes => new DriveInfo(folder.Root).AvailableFreeSpace;

    /// <summary>What importing an uploaded file will need.</summary>
    public static long OfImport(string file)
    {
        using var stream = File.OpenRead(file);
        var isPacked = stream.ReadByte() == 0x1f && stream.ReadByte() == 0x8b;
        return (long)(stream.Length * (isPacked ? PackedImportShare : ImportShare)) + Margin;
    }

    /// <summary>What a run will need.</summary>
    /// <param name="customers">As many as the last run had; 0 when there was none.</param>
    public long OfRun(int customers) => SizeOf(folder.Ledger) + (customers * BytesPerCustomer) + Margin;

    /// <summary>What a backup will need: the packed copy, and while it is made a copy of the database.</summary>
    public long OfBackup() => (2 * SizeOf(folder.Database)) + SizeOf(folder.Ledger) + SizeOf(folder.Sales) + SizeOf(folder.Runs) + SizeOf(folder.Uploads) + Margin;

    /// <summary>What a restore will need: all files taken out beside the data, the database checked there, and its content once more when it goes into its place.</summary>
    /// <param name="databaseBytes">Of the backup's database.</param>
    /// <param name="otherBytes">Of its other files.</param>
    public static long OfRestore(long databaseBytes, long otherBytes) => (2 * databaseBytes) + otherBytes + Margin;

    /// <summary>Refuses what the disk has no room for.</summary>
    /// <exception cref="DiskRefusalException">Less is free.</exception>
    public void Require(long bytes)
    {
        if (FreeBytes is var free && free < bytes)
        {
            throw DiskRefusalException.NoRoom(bytes, free);
        }
    }

    /// <summary>Bytes of a file, or of all files in a folder; a database counts with the log beside it. What goes while it is counted counts nothing.</summary>
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
