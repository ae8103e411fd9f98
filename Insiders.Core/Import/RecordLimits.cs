using System.Text;
using Insiders.Core.Import.Sources;
using Insiders.Core.Problems;

namespace Insiders.Core.Import;

/// <summary>Finds out why a record has no end: a quote that is never closed, or a line without line ends.</summary>
internal static class RecordLimits
{
    /// <summary>Looks at the start of an endless record again and says what is wrong.</summary>
    /// <param name="source">Where it lies.</param>
    /// <param name="separator">What stands between values.</param>
    /// <param name="line">Where the record starts; the header is line 1.</param>
    /// <param name="inner">What the reader threw, if it did.</param>
    /// <remarks>Reads the file up to the record and one record length further; memory is one record length.</remarks>
    public static NotALedgerException Explain(SalesSource source, char separator, long line, Exception? inner)
    {
        using var text = source.Open();
        var start = new byte[CsvRecords.MaxRecordSize];
        var length = text.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        for (var passed = 1L; passed < line && length > 0;)
        {
            var (next, lines) = Skip(start.AsSpan(0, length), line - passed);
            passed += lines;
            start.AsSpan(next, length - next).CopyTo(start);
            length -= next;
            length += text.ReadAtLeast(start.AsSpan(length), start.Length - length, throwOnEndOfStream: false);
        }

        var record = Encoding.UTF8.GetString(start, 0, length);
        return OpeningLine(record, line, separator) is { } opened
            ? Unclosed(opened, inner)
            : new NotALedgerException(Problem.Of(ProblemCode.LineTooLong, line), inner);
    }

    /// <summary>The sentence for a quote without end.</summary>
    public static NotALedgerException Unclosed(long line, Exception? inner = null) => new(Problem.Of(ProblemCode.QuoteOpen, line), inner);

    /// <summary>The line in which the quote opens that is still open at the end of a record; null when none is.</summary>
    public static long? OpeningLine(ReadOnlySpan<char> record, long line, char separator)
    {
        long? opened = null;
        var valueStarts = true;
        for (var i = 0; i < record.Length; i++)
        {
            var character = record[i];
            if (opened is not null && character == '"')
            {
                if (i + 1 < record.Length && record[i + 1] == '"')
                {
                    i++;
                }
                else
                {
                    opened = null;
                }
            }
            else if (opened is null && valueStarts && character == '"')
            {
                opened = line;
            }

            valueStarts = character == separator || character is '\r' or '\n' || (valueStarts && character == ' ');
            line += character == '\n' || (character == '\r' && (i + 1 >= record.Length || record[i + 1] != '\n')) ? 1 : 0;
        }

        return opened;
    }

    /// <summary>Where in a text the line after some lines begins, and how many of them there were.</summary>
    public static (int Next, long Lines) Skip(ReadOnlySpan<byte> text, long lines)
    {
        var at = 0;
        var passed = 0L;
        while (passed < lines)
        {
            var end = text[at..].IndexOfAny((byte)'\r', (byte)'\n');
            if (end < 0)
            {
                return (text.Length, passed);
            }

            at += end + 1;
            if (text[at - 1] == '\r' && at < text.Length && text[at] == '\n')
            {
                at++;
            }

            passed++;
        }

        return (at, passed);
    }
}
