namespace Insiders.Web.Charts.Rendering;

/// <summary>Encodes texts for Plotly, which interprets some tags and entities: a segment called <c>Champions &amp; &lt;b&gt;co&lt;/b&gt;</c> must be shown as written.</summary>
internal static class PlotlyText
{
    private const int LongestLine = 18;
    private const int LongestHover = 44;

    // Length of the longest name that segments are given, whole and per line when split in two.
    private const int LongestName = 42, LongestTick = 24;

    /// <summary>Encodes a text so that it is shown as written.</summary>
    public static string Encode(string? text) => (text ?? "")
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\n", "<br>", StringComparison.Ordinal);

    /// <summary>A name in a legend, truncated if it is longer than any name segments are given. Hover labels show it in full.</summary>
    public static string Name(string? text) => Encode(Cut(text ?? "", LongestName));

    /// <summary>A text in lines short enough for a phone, broken at spaces, because a hover label does not wrap by itself.</summary>
    public static string Lines(string? text) => string.Join("<br>", (text ?? "").Split('\n').SelectMany(Broken).Select(Encode));

    /// <summary>A text in two lines if it has more than <paramref name="longest"/> characters, broken at the space nearest the middle; long lines are truncated.</summary>
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
