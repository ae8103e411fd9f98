using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Insiders.Core.Application.Backups;
using Insiders.Core.Application.Disk;
using Insiders.Core.Problems;

namespace Insiders.Core.Storage.Backups;

/// <summary>A backup as one file: a zip archive of the data folder's files, with a list of their hashes and, at its very end, a hash of the whole archive.</summary>
/// <remarks>
/// The hashes of the files find and name a damaged file. They do not cover the archive's own bytes, such as times and offsets, so a last
/// hash in the archive's comment covers every byte before it.
/// </remarks>
public static partial class BackupArchive
{
    private const string Seal = "insiders-sha256:";
    private const int SealDigits = 64;

    // The archive's own structures, apart from its files.
    private const string OwnList = "the archive's own list of files";

    /// <summary>Writes an archive; the file gets its name only when it is complete.</summary>
    /// <param name="target">Full path of a file that must not exist.</param>
    /// <param name="files">Path in the archive and path on disk; a file that has disappeared is left out unless it belongs to the ledger.</param>
    /// <param name="describe">Makes the manifest from the files written.</param>
    /// <param name="cancellationToken">Cancels between two blocks; no file is left behind.</param>
    /// <exception cref="FileNotFoundException">A file of the ledger has disappeared.</exception>
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

    /// <summary>Verifies every byte of an archive.</summary>
    /// <exception cref="BackupRefusedException">The file is not a backup, or is damaged; the message names the damaged file.</exception>
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
            // Damage to the archive's own structures surfaces as many kinds of exceptions.
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

    /// <summary>Extracts the files of a verified archive and checks their hashes again on the way.</summary>
    /// <exception cref="BackupRefusedException">The archive has changed since it was verified.</exception>
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
            // Parquet files are already compressed.
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

    /// <summary>The hash of everything but the digits of the hash itself.</summary>
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

    // No entry may be written outside the folder, whatever path the archive gives.
    [GeneratedRegex(@"\A(insiders\.db|(ledger|sales|keys|runs|uploads)/[A-Za-z0-9][A-Za-z0-9._-]*)\z")]
    private static partial Regex KnownPath();
}
