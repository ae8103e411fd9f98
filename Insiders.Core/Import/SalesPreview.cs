using System.Collections.Immutable;

namespace Insiders.Core.Import;

/// <summary>The first rows of a file as they would be read, good and bad.</summary>
public static class SalesPreview
{
    /// <summary>Reads the first rows.</summary>
    /// <param name="file">What was detected.</param>
    /// <param name="rows">Rows wanted at most, 1 or more.</param>
    /// <returns>The rows in file order; fewer when the file ends before.</returns>
    /// <exception cref="NotALedgerException">A record among them has no end.</exception>
    public static ImmutableArray<PreviewRow> Read(SalesFile file, int rows)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        using var reader = new SalesReader(file, _ => { });
        var read = ImmutableArray.CreateBuilder<PreviewRow>();
        while (read.Count < rows && reader.ReadRow(out var rejected))
        {
            read.Add(new(reader.Line, [.. reader.Values()], rejected));
        }

        return read.ToImmutable();
    }
}
