
namespace Insiders.Core.Import.Encodings;

/// <summary>One stream, with bytes before it or after it.</summary>
internal sealed class ChainedStream : ForwardStream
{
    private readonly Stream[] _parts;
    private int _part;

    /// <summary>A stream, then bytes.</summary>
    public ChainedStream(Stream first, byte[] last) => _parts = [first, new MemoryStream(last)];

    /// <summary>Bytes, then a stream.</summary>
    public ChainedStream(byte[] first, Stream last) => _parts = [new MemoryStream(first), last];

    public override int Read(Span<byte> buffer)
    {
        for (; _part < _parts.Length; _part++)
        {
            if (_parts[_part].Read(buffer) is > 0 and var count)
            {
                return count;
            }
        }

        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        foreach (var part in disposing ? _parts : [])
        {
            part.Dispose();
        }

        base.Dispose(disposing);
    }
}
