using System.Collections.Immutable;
using System.IO.Compression;
using Insiders.Core.Problems;

namespace Insiders.Core.Import.Sources;

/// <summary>The texts in a zip, by name, unpacked while they are read: nothing is written to a disk.</summary>
internal static class ZipFiles
{
    // Workbooks and archives are found by looking into them, which a packed stream does not allow.
    private static readonly ImmutableArray<string> s_closed = [.. SourceFiles.Endings.Except(SourceFiles.TextEndings), ".xls", ".xlsb", ".ods", ".7z", ".rar"];

    /// <summary>Opens an archive.</summary>
    /// <exception cref="NotALedgerException">It is damaged.</exception>
    public static ZipArchive OpenArchive(Stream file)
    {
        try
        {
            return new ZipArchive(file, ZipArchiveMode.Read);
        }
        catch (InvalidDataException damage)
        {
            throw new NotALedgerException(Problem.Of(ProblemCode.ZipDamaged), damage);
        }
    }

    /// <summary>Opens the texts of a zip.</summary>
    /// <param name="path">The zip.</param>
    /// <param name="encoding">Their encoding if the caller knows it.</param>
    /// <exception cref="NotALedgerException">It is damaged, has a password, holds no text, or a file whose name leads out of it.</exception>
    public static SourceFiles Open(string path, TextEncoding? encoding)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 64 * 1024);
        try
        {
            var archive = OpenArchive(file);
            var entries = archive.Entries.Where(entry => !entry.FullName.EndsWith('/') && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal)).ToList();
            Refuse(entries, file.Length);
            ImmutableArray<ZipArchiveEntry> texts = [.. entries.Where(entry => SourceFiles.IsWanted(entry.FullName, SourceFiles.TextEndings)).OrderBy(entry => entry.FullName, StringComparer.Ordinal)];
            return texts.Length switch
            {
                0 => throw new NotALedgerException(Problem.Of(ProblemCode.NoFilesInside, string.Join(", ", SourceFiles.TextEndings))),
                > SourceFiles.Most => throw new NotALedgerException(Problem.Of(ProblemCode.TooManyFilesInside, SourceFiles.Most)),
                _ => new([.. texts.Select(entry => new SourceFile(entry.FullName, entry.CompressedLength, () => OpenEntry(entry, file.Length, encoding)))], file),
            };
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static SourceText OpenEntry(ZipArchiveEntry entry, long packed, TextEncoding? encoding)
    {
        var stream = new ZipEntryStream(entry, packed);
        return SourceText.Open(stream, () => stream.Fraction, encoding, entry.Length);
    }

    private static void Refuse(List<ZipArchiveEntry> entries, long packed)
    {
        if (Math.Max(BoundedStream.Always, packed * BoundedStream.Ratio) is var most && entries.Sum(entry => (double)entry.Length) > most)
        {
            throw BoundedStream.Refusal(packed, most);
        }

        foreach (var entry in entries)
        {
            var name = SalesReader.Cut(entry.FullName);
            if (entry.FullName.Split('/', '\\').Contains("..") || entry.FullName is ['/' or '\\', ..] or [_, ':', ..])
            {
                throw new NotALedgerException(Problem.Of(ProblemCode.ZipPath, name));
            }

            if (entry.IsEncrypted)
            {
                throw new NotALedgerException(Problem.Of(ProblemCode.ZipPassword, name));
            }

            if (SourceFiles.IsWanted(entry.FullName, s_closed))
            {
                throw new NotALedgerException(Problem.Of(ProblemCode.ZipHoldsOther, name));
            }
        }
    }
}
