namespace Insiders.Web.Charts.Rendering;

/// <summary>Texts on their way to Plotly, which takes a few tags and entities for its own: a segment called <c>Champions &amp; &lt;b&gt;co&lt;/b&gt;</c> must read so.</summary>
internal static class PlotlyText
{
    private const int LongestLine = 18;
    private const int LongestHover = 44;

    // As many letters as the longest name that is given to a segment has, whole and in one of two lines.
    private const int LongestName = 42, LongestTick = 24;

    /// <summary>A text that shows as it is written.</summary>
    public static string Encode(string? text) => (text ?? "")
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\n", "<br>", StringComparison.Ordinal);

    /// <summary>A name in a legend; of one longer than any that segments are given only the beginning. Hover labels have the whole.</summary>
    public static string Name(string? text) => Encode(Cut(text ?? "", LongestName));

    /// <summary>The same in lines that a telephone is wide enough for, broken at blanks: a hover label has no other way to fit.</summary>
    public static string Lines(string? text) => string.Join("<br>", (text ?? "").Split('\n').SelectMany(Broken).Select(Encode));

    /// <summary>The same in two lines where it has more than <paramref name="longest"/> letters, broken at the blank nearest the middle; of a long line only the beginning.</summary>
    public static string Wrap(string text, int longest = LongestLine)
    {
        var blank = text.Length <= longest ? null : Enumerable.Range(0, text.Length).Where(at => text[at] == ' ').Select(at => (int?)at).MinBy(at => Math.Abs(at!.Value - (text.Length / 2)));
        return blank is { } middle ? $"{Encode(Cut(text[..middle], LongestTick))}<br>{Encode(Cut(text[(middle + 1)..], LongestTick))}" : Encode(Cut(text, LongestTick));
    }

    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = most - 1;
        return $"{text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)].TrimEnd()}…";
    }

    private static IEnumerable<string> Broken(string line)
    {
        while (line.Length > LongestHover && line.LastIndexOf(' ', LongestHover) is > 0 and var blank)
        {
            yield return line[..blank];
            line = line[(blank + 1)..];
        }

        yield return line;
    }
}
