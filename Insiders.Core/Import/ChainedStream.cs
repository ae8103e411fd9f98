namespace Insiders.Core.Import;

/// <summary>One stream, with bytes before it or after it.</summary>
internal sealed class ChainedStream : Stream
{
    private readonly Stream[] _parts;
    private int _part;

    /// <summary>A stream, then bytes.</summary>
    public ChainedStream(Stream first, byte[] last) => _parts = [first, new MemoryStream(last)];

    /// <summary>Bytes, then a stream.</summary>
    public ChainedStream(byte[] first, Stream last) => _parts = [new MemoryStream(first), last];

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

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

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        foreach (var part in disposing ? _parts : [])
        {
            part.Dispose();
        }

        base.Dispose(disposing);
    }
}
