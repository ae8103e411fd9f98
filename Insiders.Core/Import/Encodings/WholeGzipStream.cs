using System.IO.Compression;

namespace Insiders.Core.Import.Encodings;

/// <summary>Unpacks gzip, of one member or several, and refuses a file that was cut short, which <see cref="GZipStream"/> takes for a shorter one.</summary>
/// <remarks>
/// A member of our own is put behind the file. Only if every member of the file is complete does it unpack to the mark it holds; the
/// mark is taken off again.
/// </remarks>
internal sealed class WholeGzipStream : ForwardStream
{
    private const int BlockSize = 64 * 1024;

    private static readonly byte[] s_mark = [0, .. "end of the file"u8];
    private static readonly byte[] s_lastMember = Pack(s_mark);

    private readonly GZipStream _unpacked;
    private readonly byte[] _block = new byte[BlockSize];
    private int _at;
    private int _end;

    /// <summary>Starts unpacking.</summary>
    /// <param name="file">Disposed with this stream.</param>
    public WholeGzipStream(Stream file) => _unpacked = new GZipStream(new ChainedStream(file, s_lastMember), CompressionMode.Decompress);

    /// <exception cref="InvalidDataException">The file is damaged or cut short.</exception>
    public override int Read(Span<byte> buffer)
    {
        // What could be the mark is held back until more follows.
        if (_end - _at <= s_mark.Length)
        {
            _block.AsSpan(_at.._end).CopyTo(_block);
            (_at, _end) = (0, _end - _at);
            _end += _unpacked.ReadAtLeast(_block.AsSpan(_end), s_mark.Length + 1, throwOnEndOfStream: false);
        }

        if (_end <= s_mark.Length && _at == 0)
        {
            return _block.AsSpan(0, _end).SequenceEqual(s_mark) ? 0 : throw new InvalidDataException("The gzip file ends early.");
        }

        var count = Math.Min(buffer.Length, _end - _at - s_mark.Length);
        _block.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _unpacked.Dispose();
        }

        base.Dispose(disposing);
    }

    private static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            zip.Write(bytes);
        }

        return packed.ToArray();
    }
}
