namespace Insiders.Web.Charts;

/// <summary>Texts on their way to Plotly, which takes a few tags and entities for its own: a segment called <c>Champions &amp; &lt;b&gt;co&lt;/b&gt;</c> must read so.</summary>
internal static class PlotlyText
{
    private const int LongestLine = 18;
    private const int LongestHover = 44;

    /// <summary>A text that shows as it is written.</summary>
    public static string Encode(string? text) => (text ?? "")
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\n", "<br>", StringComparison.Ordinal);

    /// <summary>The same in lines that a telephone is wide enough for, broken at blanks: a hover label has no other way to fit.</summary>
    public static string Lines(string? text) => string.Join("<br>", (text ?? "").Split('\n').SelectMany(Broken).Select(Encode));

    /// <summary>The same in two lines where it has more than <paramref name="longest"/> letters, broken at the blank nearest the middle.</summary>
    public static string Wrap(string text, int longest = LongestLine)
    {
        var blank = text.Length <= longest ? null : Enumerable.Range(0, text.Length).Where(at => text[at] == ' ').Select(at => (int?)at).MinBy(at => Math.Abs(at!.Value - (text.Length / 2)));
        return blank is { } middle ? $"{Encode(text[..middle])}<br>{Encode(text[(middle + 1)..])}" : Encode(text);
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
