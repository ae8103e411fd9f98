using System.Collections.Immutable;

namespace Insiders.Core.Import.Values;

/// <summary>The one or two ways in which a file writes its dates, the usual one first. Immutable and safe for any number of threads.</summary>
internal sealed class DatePatterns
{
    private const string Mark = " | ";

    private readonly ImmutableArray<DatePattern> _patterns;

    /// <summary>Compiles patterns.</summary>
    /// <param name="text">A pattern, or several with <c> | </c> between.</param>
    /// <exception cref="ArgumentException">One of them is none.</exception>
    public DatePatterns(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _patterns = [.. text.Split(Mark).Select(part => new DatePattern(part))];
        Text = string.Join(Mark, _patterns.Select(pattern => pattern.Text));
    }

    /// <summary>The patterns as written, without times.</summary>
    public string Text { get; }

    /// <summary>Two patterns as one text.</summary>
    public static string Join(params IEnumerable<DatePattern> patterns) => string.Join(Mark, patterns.Select(pattern => pattern.Text));

    /// <summary>The same patterns with the day before the month, or behind it.</summary>
    public static string Turn(string text, bool dayFirst) => Join(text.Split(Mark).Select(part => new DatePattern(part))
        .Select(pattern => pattern.Mirror is { } mirror && pattern.Text.StartsWith('d') != dayFirst ? mirror : pattern));

    /// <summary>Reads a date by the first pattern that it follows.</summary>
    /// <param name="text">UTF-8, trimmed.</param>
    /// <param name="microseconds">Microseconds since 1970-01-01.</param>
    public bool TryRead(ReadOnlySpan<byte> text, out long microseconds)
    {
        foreach (var pattern in _patterns)
        {
            if (pattern.TryRead(text, out microseconds))
            {
                return true;
            }
        }

        microseconds = 0;
        return false;
    }
}
