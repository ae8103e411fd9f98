
namespace Insiders.Core.Import.Encodings;

/// <summary>Text whose quotes are not as a reader expects them, with quotes as it does. Lines stay where they are.</summary>
/// <remarks>Memory is two buffers. Read by one thread.</remarks>
internal sealed class QuoteMendingStream(Stream source, Quoting quoting, char separator) : ForwardStream
{
    private const int BlockSize = 64 * 1024;

    // Up to two bytes behind a quote decide what it is.
    private const int LookAhead = 2;

    private readonly byte[] _in = new byte[BlockSize];
    private readonly byte[] _out = new byte[2 * BlockSize];
    private int _inEnd;
    private int _outAt;
    private int _outEnd;
    private bool _ended;
    private bool _atStart = true;
    private bool _inQuotes;
    private bool _skipsNext;

    public override int Read(Span<byte> buffer)
    {
        while (_outAt == _outEnd)
        {
            if (!Fill())
            {
                return 0;
            }
        }

        var count = Math.Min(buffer.Length, _outEnd - _outAt);
        _out.AsSpan(_outAt, count).CopyTo(buffer);
        _outAt += count;
        return count;
    }

    /// <summary>A text in memory, mended.</summary>
    public static byte[] Mend(ReadOnlyMemory<byte> text, Quoting quoting, char separator)
    {
        using var mended = new MemoryStream();
        using var stream = new QuoteMendingStream(new MemoryStream(text.ToArray()), quoting, separator);
        stream.CopyTo(mended);
        return mended.ToArray();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool Fill()
    {
        (_outAt, _outEnd) = (0, 0);
        if (_ended)
        {
            return false;
        }

        var read = source.ReadAtLeast(_in.AsSpan(_inEnd), 1, throwOnEndOfStream: false);
        _ended = read == 0;
        _inEnd += read;
        var ready = _ended ? _inEnd : Math.Max(0, _inEnd - LookAhead);
        for (var i = 0; i < ready; i++)
        {
            Take(_in[i], Peek(i + 1), Peek(i + 2));
        }

        _in.AsSpan(ready, _inEnd - ready).CopyTo(_in);
        _inEnd -= ready;
        return _outEnd > 0 || !_ended;

        int Peek(int at) => at < _inEnd ? _in[at] : -1;
    }

    private void Take(byte value, int next, int afterNext)
    {
        if (_skipsNext)
        {
            _skipsNext = false;
            return;
        }

        if (quoting == Quoting.WholeLines)
        {
            TakeOfWholeLine(value, next);
        }
        else
        {
            TakeUnescaped(value, next, afterNext);
        }
    }

    /// <summary>Takes the quotes around a line off and makes doubled ones single.</summary>
    private void TakeOfWholeLine(byte value, int next)
    {
        var starts = _atStart;
        _atStart = value is (byte)'\r' or (byte)'\n';
        if (_atStart)
        {
            _inQuotes = false;
        }

        if (value != '"' || (!starts && !_inQuotes))
        {
            Put(value);
        }
        else if (starts)
        {
            _inQuotes = true;
        }
        else if (next == '"')
        {
            Put(value);
            _skipsNext = true;
        }
    }

    /// <summary>Doubles the quotes inside values: all but those that a separator and a further quote, or the end of the line, follow.</summary>
    private void TakeUnescaped(byte value, int next, int afterNext)
    {
        var starts = _atStart;
        _atStart = !_inQuotes && (value == separator || value is (byte)'\r' or (byte)'\n');
        Put(value);
        if (value != '"')
        {
            return;
        }

        if (starts)
        {
            _inQuotes = true;
        }
        else if (_inQuotes && Closes(next, afterNext))
        {
            _inQuotes = false;
        }
        else if (_inQuotes)
        {
            Put(value);
        }
    }

    private bool Closes(int next, int afterNext) => next is -1 or '\r' or '\n' || (next == separator && afterNext is -1 or '"' or '\r' or '\n');

    private void Put(byte value) => _out[_outEnd++] = value;
}
