using Insiders.Core.Problems;

namespace Insiders.Core.Import.Sources;

/// <summary>Several files with the same headings as one text: each later file begins below its headings.</summary>
/// <remarks>Each file has its own encoding and its own lines above the headings. Memory does not grow with the files.</remarks>
internal sealed class JoinedText : TextSource
{
    private readonly SourceFiles _files;
    private readonly ImportOptions _options;
    private readonly List<(long From, string Name, long Passed)> _begun = [];
    private CsvSample? _first;
    private TextSource? _text;
    private ReadOnlyMemory<byte> _head;
    private int _next;
    private long _lines;
    private byte _last = (byte)'\n';
    private byte _lineEnd = (byte)'\n';

    /// <summary>Opens the first file.</summary>
    /// <param name="files">Disposed with this text.</param>
    /// <param name="options">What the caller knows better.</param>
    public JoinedText(SourceFiles files, ImportOptions options)
    {
        (_files, _options) = (files, options);
        try
        {
            OpenNext();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public override TextEncoding? Encoding => _text?.Encoding;

    public override double Fraction
    {
        get
        {
            var (all, done) = (_files.All.Sum(file => (double)file.Bytes), _files.All.Take(_next - 1).Sum(file => (double)file.Bytes));
            return all == 0 ? 1 : (done + (_text is null ? 0 : _text.Fraction * _files.All[_next - 1].Bytes)) / all;
        }
    }

    public override bool HasTypes => _text?.HasTypes ?? false;

    public override (string? File, long Line) Locate(long line)
    {
        if (_files.All.Length == 1)
        {
            return (null, line);
        }

        var (from, name, passed) = _begun.FindLast(file => file.From <= line);
        return (name, line - from + passed + 1);
    }

    /// <exception cref="NotALedgerException">A file has other headings than the first, or cannot be read.</exception>
    public override int Read(Span<byte> buffer)
    {
        while (_text is not null && !buffer.IsEmpty)
        {
            var count = Math.Min(buffer.Length, _head.Length);
            if (count > 0)
            {
                _head.Span[..count].CopyTo(buffer);
                _head = _head[count..];
            }
            else
            {
                count = _text.Read(buffer);
            }

            if (count > 0)
            {
                return Count(buffer[..count]);
            }

            if (_next == _files.All.Length)
            {
                return 0;
            }

            var isOpen = _last is not ((byte)'\n' or (byte)'\r');
            if (isOpen)
            {
                // The last line of a file often has no end.
                buffer[0] = _lineEnd;
                _ = Count(buffer[..1]);
            }

            OpenNext();
            if (isOpen)
            {
                return 1;
            }
        }

        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _text?.Dispose();
            _files.Owner?.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Count(ReadOnlySpan<byte> text)
    {
        _lines += text.Count(_lineEnd);
        _last = text[^1];
        return text.Length;
    }

    private void OpenNext()
    {
        _text?.Dispose();
        var file = _files.All[_next++];
        _text = file.Open();
        var head = new byte[CsvSample.MaxBytes];
        _head = head.AsMemory(0, _text.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
        _lineEnd = _head.Span.Contains((byte)'\n') || !_head.Span.Contains((byte)'\r') ? (byte)'\n' : (byte)'\r';
        var passed = 0L;
        if (_files.All.Length > 1 && !_head.Span.Trim(" \t\r\n"u8).IsEmpty)
        {
            var sample = CsvSample.Of(_head, _head.Length < CsvSample.MaxBytes, _text.HasTypes ? _options with { Separator = ',' } : _options);
            if (_first is null)
            {
                _first = sample;
            }
            else if (!sample.Headers.SequenceEqual(_first.Headers) || sample.Separator != _first.Separator || sample.Quoting != _first.Quoting)
            {
                throw new NotALedgerException(Problem.Of(
                    ProblemCode.FilesDiffer, file.Name, new ProblemValue(ProblemValueKind.Headers, string.Join('\n', sample.Headers)), _files.All[0].Name));
            }
            else
            {
                passed = sample.HeadLines;
                _head = _head[RecordLimits.Skip(_head.Span, passed).Next..];
            }
        }

        _begun.Add((_lines + 1, file.Name, passed));
    }
}
