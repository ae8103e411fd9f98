using Insiders.Core.Import.Encodings;
using Insiders.Core.Problems;

namespace Insiders.Core.Import.Sources;

/// <summary>What is unpacked from a file, refused when it is more than sales can be packed into: a small file may unpack to terabytes.</summary>
/// <param name="unpacked">Disposed with this stream.</param>
/// <param name="packed">The file's length in bytes.</param>
internal sealed class BoundedStream(Stream unpacked, long packed) : ForwardStream
{
    /// <summary>As much may be unpacked from any file.</summary>
    public const long Always = 1L << 30;

    /// <summary>Beyond that, as many bytes for each of the file: sales are packed to a fifth or a fiftieth of their length.</summary>
    public const int Ratio = 200;

    private readonly long _most = Math.Max(Always, packed * Ratio);

    /// <summary>Bytes read so far.</summary>
    public long Total { get; private set; }

    /// <exception cref="NotALedgerException">It is too much.</exception>
    public override int Read(Span<byte> buffer)
    {
        var count = unpacked.Read(buffer);
        Total += count;
        return Total <= _most ? count : throw Refusal(packed, _most);
    }

    /// <summary>Why a file is refused.</summary>
    public static NotALedgerException Refusal(long packed, long most) =>
        new(Problem.Of(ProblemCode.UnpacksTooFar, ProblemValue.Bytes(packed), ProblemValue.Bytes(most)));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            unpacked.Dispose();
        }

        base.Dispose(disposing);
    }
}
