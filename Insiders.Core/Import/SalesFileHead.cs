using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Insiders.Core.Import;

/// <summary>The first line of a file and how it was cut into headers: known even of a file that lacks a column.</summary>
/// <param name="Separator">What stands between two values.</param>
/// <param name="Headers">The headers in file order, trimmed; some may be empty.</param>
/// <remarks>Equality of two heads is not equality of their headers; compare <see cref="Signature"/>.</remarks>
public sealed record SalesFileHead(char Separator, ImmutableArray<string> Headers)
{
    /// <summary>32 hexadecimal digits that two files share when they have the same headers in the same order and the same separator.</summary>
    public string Signature =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Separator}\n{string.Join('\n', Headers)}")).AsSpan(0, 16));

    /// <summary>Reads the head of a file.</summary>
    /// <param name="path">A file in any container, or a folder of such files.</param>
    /// <param name="options">What the caller knows better.</param>
    /// <remarks>Reads at most 256 KB of text.</remarks>
    /// <exception cref="NotALedgerException">The file is empty, no text, or its first line has no end.</exception>
    public static SalesFileHead Read(string path, ImportOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var sample = CsvSample.Take(path, options);
        return new(sample.Separator, [.. sample.Headers]);
    }
}
