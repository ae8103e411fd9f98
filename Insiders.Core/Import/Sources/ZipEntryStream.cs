using System.IO.Compression;
using Insiders.Core.Import.Encodings;
using Insiders.Core.Problems;

namespace Insiders.Core.Import.Sources;

/// <summary>Unpacks a file of a zip, and refuses one that is damaged or shorter than the zip says.</summary>
internal sealed class ZipEntryStream : ForwardStream
{
    private static readonly uint[] s_sums = [.. Enumerable.Range(0, 256).Select(SumOf)];

    private readonly BoundedStream _unpacked;
    private readonly long _length;
    private readonly uint _expected;
    private uint _sum = uint.MaxValue;

    /// <summary>Starts unpacking.</summary>
    /// <param name="entry">The file.</param>
    /// <param name="packed">Length of the zip.</param>
    public ZipEntryStream(ZipArchiveEntry entry, long packed) =>
        (_unpacked, _length, _expected) = (new BoundedStream(Guarded(entry.Open), packed), entry.Length, entry.Crc32);

    /// <summary>How much has been read, 0 to 1.</summary>
    public double Fraction => _length == 0 ? 1 : Math.Min(1, (double)_unpacked.Total / _length);

    /// <exception cref="NotALedgerException">The zip is damaged, or unpacks to more than it can hold.</exception>
    public override int Read(Span<byte> buffer)
    {
        int count;
        try
        {
            count = _unpacked.Read(buffer);
        }
        catch (InvalidDataException damage)
        {
            throw new NotALedgerException(Problem.Of(ProblemCode.ZipDamaged), damage);
        }

        foreach (var read in buffer[..count])
        {
            _sum = s_sums[(byte)(_sum ^ read)] ^ (_sum >> 8);
        }

        // .NET compares neither the length nor the sum.
        return count > 0 || buffer.IsEmpty || (_unpacked.Total == _length && ~_sum == _expected) ? count : throw new NotALedgerException(Problem.Of(ProblemCode.ZipDamaged));
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _unpacked.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>What a byte adds to the CRC-32 of a zip.</summary>
    private static uint SumOf(int value)
    {
        var sum = (uint)value;
        for (var bit = 0; bit < 8; bit++)
        {
            sum = (sum & 1) != 0 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
        }

        return sum;
    }

    private static Stream Guarded(Func<Stream> open)
    {
        try
        {
            return open();
        }
        catch (Exception damage) when (damage is InvalidDataException or NotSupportedException)
        {
            throw new NotALedgerException(Problem.Of(ProblemCode.ZipDamaged), damage);
        }
    }
}
