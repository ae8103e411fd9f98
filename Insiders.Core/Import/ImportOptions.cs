using System.Collections.Immutable;
using Insiders.Core.Import.Values;

namespace Insiders.Core.Import;

/// <summary>What the caller knows better than detection. Everything left out is detected from the file.</summary>
public sealed record ImportOptions
{
    /// <summary>Detect everything.</summary>
    public static ImportOptions Default { get; } = new();

    /// <summary>The encoding; null detects it. A UTF-16 byte order mark wins over it.</summary>
    public TextEncoding? Encoding { get; init; }

    /// <summary>The sheet of a workbook; null takes the first that can be seen.</summary>
    public string? Sheet { get; init; }

    /// <summary>Files with the same headings that are read below the first, as one import.</summary>
    public ImmutableArray<string> FurtherFiles { get; init; } = [];

    /// <summary>The separator between values, an ASCII character that is neither a quote nor a line end; null detects <c>, ; |</c> or tab.</summary>
    public char? Separator
    {
        get;
        init => field = value is null or (> '\0' and < '\u0080' and not '"' and not '\r' and not '\n')
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Separator), value, "A separator is an ASCII character other than a quote or a line end.");
    }

    /// <summary>The decimal mark; null detects it.</summary>
    public DecimalMark? DecimalMark { get; init; }

    /// <summary>
    /// The date pattern in the letters <c>yyyy</c> or <c>yy</c>, <c>M</c>, <c>MM</c> or <c>MMM</c>, and <c>d</c> or <c>dd</c>, such
    /// as <c>dd/MM/yyyy</c>; a time may follow every date. Or <c>excel</c>, <c>unix</c>, <c>unix-ms</c> for numbers; two with <c> | </c> between. Null detects it.
    /// </summary>
    public string? DatePattern
    {
        get;
        init
        {
            if (value is not null)
            {
                _ = new DatePatterns(value);
            }

            field = value;
        }
    }

    /// <summary>The date patterns that detection tries, for a list to choose from.</summary>
    public static ImmutableArray<string> KnownDatePatterns { get; } = [.. Values.DatePattern.Known.Select(pattern => pattern.Text)];

    /// <summary>Headers chosen by hand, as they stand in the file; columns left out are found by name.</summary>
    public ImmutableDictionary<LedgerColumn, string> Columns { get; init; } = ImmutableDictionary<LedgerColumn, string>.Empty;

    /// <summary>Answers to questions about the file, by the question; what is left out is answered as proposed.</summary>
    public ImmutableDictionary<QuestionCode, string> Answers { get; init; } = ImmutableDictionary<QuestionCode, string>.Empty;

    /// <summary>The name to keep in the import's record when the file was stored under another one, as an upload is; null keeps the file's own.</summary>
    public string? FileName { get; init; }

    /// <summary>Threads the import may use beside the one that reads, at least 1.</summary>
    public int Threads
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Threads));
            field = value;
        }
    } = Math.Max(1, Environment.ProcessorCount);

    /// <summary>Memory in MB beyond which writing and comparing spill to disk, at least 64.</summary>
    public int MemoryLimitMegabytes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 64, nameof(MemoryLimitMegabytes));
            field = value;
        }
    } = 512;
}
