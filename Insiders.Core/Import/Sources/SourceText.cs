using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Insiders.Core.Import.Encodings;
using Insiders.Core.Problems;

namespace Insiders.Core.Import.Sources;

/// <summary>The text of a file as UTF-8 without byte order mark: gzip unpacked, UTF-16, UTF-32 and the Windows code pages transcoded while reading.</summary>
/// <remarks>
/// Whether a file without byte order mark is UTF-8 or Windows-1252 is decided at its first byte beyond ASCII, wherever that is, since
/// the first rows of a ledger are often plain ASCII; another code page is told from the first rows (<see cref="CodePage"/>) and handed in.
/// In a UTF-8 file a stray byte is read as Windows-1252, so nothing is lost. A byte order mark may stand twice, or may itself have been
/// encoded once more.
/// Memory is bounded by the buffers. Read by one thread.
/// </remarks>
internal sealed class SourceText : TextSource
{
    private const int LookedAt = 64;

    private static readonly char[] s_western = CodePage.Upper(TextEncoding.Latin1)!;

    private readonly Func<double> _fraction;
    private readonly Stream _text;
    private TextEncoding? _encoding;
    private readonly char[] _upper = s_western;
    private byte[] _raw = [];
    private int _carried;
    private byte[] _waiting = [];
    private int _waitingAt;
    private int _waitingEnd;

    private SourceText(Stream text, Func<double> fraction, TextEncoding? encoding)
    {
        _fraction = fraction;
        _text = text;
        _encoding = encoding;
        _upper = encoding is { } known ? CodePage.Upper(known) ?? s_western : s_western;
    }

    public override TextEncoding? Encoding => _encoding;

    public override double Fraction => _fraction();

    /// <summary>Opens a file.</summary>
    /// <param name="path">A file, plain or gzip; told by its first bytes, not by its name.</param>
    /// <param name="encoding">The encoding if the caller knows it; a UTF-16 or UTF-32 mark wins over it.</param>
    /// <exception cref="NotALedgerException">The file is no text.</exception>
    public static SourceText Open(string path, TextEncoding? encoding)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan);
        return Open(file, () => file.Length == 0 ? 1 : Math.Min(1.0, (double)file.Position / file.Length), encoding, file.Length);
    }

    /// <summary>Opens what a stream holds.</summary>
    /// <param name="bytes">Text, plain or gzip; disposed with this text.</param>
    /// <param name="fraction">How much of it has been read.</param>
    /// <param name="encoding">The encoding if the caller knows it; a UTF-16 or UTF-32 mark wins over it.</param>
    /// <param name="packed">Its length, which bounds what may be unpacked; 0 where that is bounded already.</param>
    /// <exception cref="NotALedgerException">It is no text.</exception>
    public static SourceText Open(Stream bytes, Func<double> fraction, TextEncoding? encoding, long packed = 0)
    {
        var text = bytes;
        try
        {
            var start = new byte[LookedAt];
            start = start[..bytes.ReadAtLeast(start, 4, throwOnEndOfStream: false)];
            text = new ChainedStream(start, bytes);
            if (start is [0x1F, 0x8B, ..])
            {
                text = new BoundedStream(new WholeGzipStream(text), packed);
            }

            text = new ReadAheadStream(text);
            return new SourceText(text, fraction, encoding is TextEncoding.Utf16 or TextEncoding.Utf32 ? null : encoding).SkipMark(new byte[LookedAt]);
        }
        catch
        {
            text.Dispose();
            throw;
        }
    }

    public override int Read(Span<byte> buffer)
    {
        while (true)
        {
            if (_waitingAt < _waitingEnd)
            {
                var count = Math.Min(buffer.Length, _waitingEnd - _waitingAt);
                _waiting.AsSpan(_waitingAt, count).CopyTo(buffer);
                _waitingAt += count;
                return count;
            }

            if (buffer.Length <= _carried)
            {
                // Too small for the bytes held back: read through a buffer of our own.
                var wider = new byte[4096];
                var filled = Fill(wider);
                if (filled > 0)
                {
                    (_waiting, _waitingAt, _waitingEnd) = (wider, 0, filled);
                }
                else if (_waitingAt == _waitingEnd && _carried == 0)
                {
                    return 0;
                }

                continue;
            }

            var length = Fill(buffer);
            if (length > 0 || (_waitingAt == _waitingEnd && _carried == 0))
            {
                return length;
            }
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _text.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Passes over a byte order mark, or refuses what is no text at all.</summary>
    private SourceText SkipMark(byte[] start)
    {
        var length = ReadRaw(start, wanted: start.Length);
        ReadOnlySpan<byte> found = start.AsSpan(0, length);
        if (WideEncoding.Of(found) is { } wide)
        {
            var rest = new ChainedStream(found[wide.MarkLength..].ToArray(), _text);
            return new SourceText(System.Text.Encoding.CreateTranscodingStream(rest, wide.Encoding, System.Text.Encoding.UTF8), _fraction, wide.Kind);
        }

        if (found.StartsWith("PK\u0003\u0004"u8) || found.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            throw new NotALedgerException(Problem.Of(ProblemCode.Workbook));
        }

        var mark = 0;
        while (MarkLength(found[mark..]) is > 0 and var more)
        {
            mark += more;
        }

        if (mark > 0)
        {
            _encoding = TextEncoding.Utf8;
        }

        // What was looked at is read again as bytes held back.
        _raw = found[mark..].ToArray();
        _carried = _raw.Length;
        return this;
    }

    /// <summary>A mark of UTF-8, or one that was taken for three letters and encoded again.</summary>
    private static int MarkLength(ReadOnlySpan<byte> text) => text switch
    {
        [0xEF, 0xBB, 0xBF, ..] => 3,
        [0xC3, 0xAF, 0xC2, 0xBB, 0xC2, 0xBF, ..] => 6,
        _ => 0,
    };

    /// <summary>Reads into a buffer longer than what was held back, and returns how much of it is ready UTF-8.</summary>
    private int Fill(Span<byte> buffer)
    {
        _raw.AsSpan(0, _carried).CopyTo(buffer);
        var read = ReadRaw(buffer[_carried..], wanted: 1);
        var text = buffer[..(_carried + read)];
        _carried = 0;
        if (text.Contains((byte)0))
        {
            throw new NotALedgerException(Problem.Of(ProblemCode.NoText));
        }

        if (Encoding is TextEncoding.Utf16 or TextEncoding.Utf32 || Ascii.IsValid(text))
        {
            return text.Length;
        }

        var last = read == 0;
        _encoding ??= Decide(text[text.IndexOfAnyExceptInRange((byte)0, (byte)0x7F)..], last);
        if (Encoding is null)
        {
            return HoldBack(text, text.Length - text.IndexOfAnyExceptInRange((byte)0, (byte)0x7F));
        }

        if (Encoding == TextEncoding.Utf8)
        {
            var tail = last ? 0 : OpenTail(text);
            if (Utf8.IsValid(text[..^tail]))
            {
                return HoldBack(text, tail);
            }

            text = text[..HoldBack(text, tail)];
        }

        Transcode(text);
        return 0;
    }

    private int ReadRaw(Span<byte> buffer, int wanted)
    {
        try
        {
            return _text.ReadAtLeast(buffer, wanted, throwOnEndOfStream: false);
        }
        catch (InvalidDataException damage)
        {
            throw new NotALedgerException(Problem.Of(ProblemCode.GzipDamaged), damage);
        }
    }

    private static TextEncoding? Decide(ReadOnlySpan<byte> text, bool last) => Rune.DecodeFromUtf8(text, out _, out _) switch
    {
        OperationStatus.Done => TextEncoding.Utf8,
        OperationStatus.NeedMoreData when !last => null,
        _ => TextEncoding.Latin1,
    };

    /// <summary>Length of an unfinished character at the end.</summary>
    private static int OpenTail(ReadOnlySpan<byte> text)
    {
        for (var length = 1; length <= Math.Min(3, text.Length); length++)
        {
            if (text[^length] >= 0xC0)
            {
                return Rune.DecodeFromUtf8(text[^length..], out _, out _) == OperationStatus.NeedMoreData ? length : 0;
            }
        }

        return 0;
    }

    private int HoldBack(ReadOnlySpan<byte> text, int tail)
    {
        if (tail > 0)
        {
            Grow(ref _raw, Math.Max(4, tail));
            text[^tail..].CopyTo(_raw);
            _carried = tail;
        }

        return text.Length - tail;
    }

    /// <summary>Puts the text in waiting, each byte that is not UTF-8 as the character of the code page it stands for.</summary>
    private void Transcode(ReadOnlySpan<byte> text)
    {
        Grow(ref _waiting, text.Length * 3);
        var at = 0;
        while (!text.IsEmpty)
        {
            if (text[0] >= 0x80 && (Encoding != TextEncoding.Utf8 || Rune.DecodeFromUtf8(text, out _, out var width) != OperationStatus.Done))
            {
                at += new Rune(_upper[text[0] - 0x80]).EncodeToUtf8(_waiting.AsSpan(at));
                text = text[1..];
                continue;
            }

            var run = text[0] < 0x80 ? text.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) : Rune.DecodeFromUtf8(text, out _, out width) == OperationStatus.Done ? width : 1;
            run = run < 0 ? text.Length : run;
            text[..run].CopyTo(_waiting.AsSpan(at));
            at += run;
            text = text[run..];
        }

        _waitingAt = 0;
        _waitingEnd = at;
    }

    private static void Grow(ref byte[] bytes, int length)
    {
        if (bytes.Length < length)
        {
            Array.Resize(ref bytes, length);
        }
    }
}
