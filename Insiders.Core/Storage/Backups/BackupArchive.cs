using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Insiders.Core.Application.Backups;
using Insiders.Core.Application.Disk;
using Insiders.Core.Problems;

namespace Insiders.Core.Storage.Backups;

/// <summary>A backup as one file: a zip archive of the data folder's files, with a list of their hashes and a hash of the whole archive at its very end.</summary>
/// <remarks>
/// Hashes of the files find a damaged file and name it. An archive has bytes of its own beside them, times and offsets, which no such hash covers: the last
/// one, in the archive's comment, covers every byte before it.
/// </remarks>
public static partial class BackupArchive
{
    private const string Seal = "insiders-sha256:";
    private const int SealDigits = 64;

    // What the archive has beside its files.
    private const string OwnList = "the archive's own list of files";

    /// <summary>Writes an archive. It has its name only when it is whole.</summary>
    /// <param name="target">Full path; an existing file is an error.</param>
    /// <param name="files">Path in the archive, and where the file lies; one that has gone meanwhile is left out unless it is of the ledger.</param>
    /// <param name="describe">Makes the manifest of what was written.</param>
    /// <param name="cancellationToken">Stops between two blocks; nothing is left.</param>
    /// <exception cref="FileNotFoundException">A file of the ledger has gone.</exception>
    public static async Task<BackupManifest> WriteAsync(
        string target, IReadOnlyList<(string Path, string Source)> files, Func<IReadOnlyList<BackupEntry>, BackupManifest> describe, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(describe);
        var part = target + DataFolder.Unfinished;
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        try
        {
            await using var file = new FileStream(part, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
            BackupManifest manifest;
            await using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            {
                zip.Comment = Seal + new string('0', SealDigits);
                var written = new List<BackupEntry>();
                foreach (var (path, source) in files)
                {
                    if (await AddAsync(zip, path, source, cancellationToken) is { } entry)
                    {
                        written.Add(entry);
                    }
                }

                manifest = describe(written);
                await using var list = await zip.CreateEntry(BackupManifest.FileName, CompressionLevel.Fastest).OpenAsync(cancellationToken);
                await list.WriteAsync(manifest.ToJson(), cancellationToken);
            }

            var seal = await HashAsync(file, cancellationToken);
            file.Position = file.Length - SealDigits;
            await file.WriteAsync(Encoding.ASCII.GetBytes(seal), cancellationToken);
            file.Flush(flushToDisk: true);
            file.Close();
            File.Move(part, target);
            return manifest;
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>Looks at every byte of an archive.</summary>
    /// <exception cref="BackupRefusedException">It is none, or damaged; the sentence names the damaged file.</exception>
    public static async Task<BackupManifest> VerifyAsync(string archive, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(archive, FileMode.Open, FileAccess.Read, FileShare.Read);
        var isSealed = file.Length > SealDigits && await HashAsync(file, cancellationToken) == await SealOfAsync(file, cancellationToken);
        var hasSeal = await HasSealAsync(file, cancellationToken);
        try
        {
            await using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            var manifest = BackupManifest.FromJson(await ReadManifestAsync(zip, cancellationToken));
            foreach (var entry in manifest.Files)
            {
                if (!KnownPath().IsMatch(entry.Path))
                {
                    throw new BackupRefusedException(Problem.Of(ProblemCode.BackupUnknown));
                }

                await CopyAsync(zip, entry, Stream.Null, cancellationToken);
            }

            return isSealed ? manifest : throw Damaged(OwnList);
        }
        catch (BackupRefusedException refusal) when (refusal.Problem.Code != ProblemCode.BackupDamaged && !isSealed && hasSeal)
        {
            throw Damaged(OwnList, refusal);
        }
        catch (Exception damage) when (damage is not (BackupRefusedException or OperationCanceledException or UnauthorizedAccessException))
        {
            // An archive whose own bytes are damaged fails in many ways.
            throw hasSeal ? Damaged(OwnList, damage) : new BackupRefusedException(Problem.Of(ProblemCode.BackupUnknown), damage);
        }
    }

    private static async Task<bool> HasSealAsync(FileStream file, CancellationToken cancellationToken)
    {
        var seal = new byte[Seal.Length];
        if (file.Length < Seal.Length + SealDigits)
        {
            return false;
        }

        file.Position = file.Length - SealDigits - Seal.Length;
        await file.ReadExactlyAsync(seal, cancellationToken);
        return Encoding.ASCII.GetString(seal) == Seal;
    }

    /// <summary>Takes the files of a verified archive out, and checks them once more as they come.</summary>
    /// <exception cref="BackupRefusedException">The archive has changed since.</exception>
    public static async Task ExtractAsync(string archive, BackupManifest manifest, string folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        await using var zip = await ZipFile.OpenReadAsync(archive, cancellationToken);
        foreach (var entry in manifest.Files)
        {
            var path = Path.Combine(folder, entry.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var target = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
            await CopyAsync(zip, entry, target, cancellationToken);
            target.Flush(flushToDisk: true);
        }
    }

    private static async Task<BackupEntry?> AddAsync(ZipArchive zip, string path, string source, CancellationToken cancellationToken)
    {
        FileStream content;
        try
        {
            content = new FileStream(source, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (FileNotFoundException) when (!path.StartsWith("ledger/", StringComparison.Ordinal))
        {
            return null;
        }

        await using (content)
        {
            // Column files are packed already.
            var level = path.EndsWith(".parquet", StringComparison.Ordinal) ? CompressionLevel.NoCompression : CompressionLevel.Fastest;
            await using var target = await zip.CreateEntry(path, level).OpenAsync(cancellationToken);
            var (bytes, hash) = await CopyAsync(content, target, cancellationToken);
            return new BackupEntry(path, bytes, hash);
        }
    }

    private static async Task CopyAsync(ZipArchive zip, BackupEntry entry, Stream target, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await (zip.GetEntry(entry.Path) ?? throw Damaged(entry.Path)).OpenAsync(cancellationToken);
            if (await CopyAsync(content, target, cancellationToken) is var (bytes, hash) && (bytes != entry.Bytes || hash != entry.Sha256))
            {
                throw Damaged(entry.Path);
            }
        }
        catch (Exception damage) when (damage is not (BackupRefusedException or OperationCanceledException or UnauthorizedAccessException) && !StoreRefusal.IsFull(damage))
        {
            throw Damaged(entry.Path, damage);
        }
    }

    private static async Task<(long Bytes, string Hash)> CopyAsync(Stream source, Stream target, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[1 << 17];
        long bytes = 0;
        for (int read; (read = await source.ReadAsync(block, cancellationToken)) > 0; bytes += read)
        {
            hash.AppendData(block.AsSpan(0, read));
            await target.WriteAsync(block.AsMemory(0, read), cancellationToken);
        }

        return (bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>The hash of all but the seal's digits.</summary>
    private static async Task<string> HashAsync(FileStream file, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[1 << 17];
        file.Position = 0;
        for (var left = file.Length - SealDigits; left > 0;)
        {
            var read = await file.ReadAsync(block.AsMemory(0, (int)Math.Min(left, block.Length)), cancellationToken);
            hash.AppendData(block.AsSpan(0, read));
            left -= read;
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static async Task<string> SealOfAsync(FileStream file, CancellationToken cancellationToken)
    {
        var digits = new byte[SealDigits];
        file.Position = file.Length - SealDigits;
        await file.ReadExactlyAsync(digits, cancellationToken);
        return Encoding.ASCII.GetString(digits);
    }

    private static async Task<byte[]> ReadManifestAsync(ZipArchive zip, CancellationToken cancellationToken)
    {
        try
        {
            await using var list = await (zip.GetEntry(BackupManifest.FileName) ?? throw new BackupRefusedException(Problem.Of(ProblemCode.BackupUnknown))).OpenAsync(cancellationToken);
            using var bytes = new MemoryStream();
            await list.CopyToAsync(bytes, cancellationToken);
            return bytes.ToArray();
        }
        catch (Exception damage) when (damage is not (BackupRefusedException or OperationCanceledException))
        {
            throw Damaged(BackupManifest.FileName, damage);
        }
    }

    private static BackupRefusedException Damaged(string part, Exception? inner = null) => new(Problem.Of(ProblemCode.BackupDamaged, part), inner);

    // Nothing is ever written outside the folder, whatever an archive says.
    [GeneratedRegex(@"\A(insiders\.db|(ledger|sales|keys|runs|uploads)/[A-Za-z0-9][A-Za-z0-9._-]*)\z")]
    private static partial Regex KnownPath();
}
