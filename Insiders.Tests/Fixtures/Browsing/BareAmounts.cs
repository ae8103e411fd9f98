using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Fixtures.Browsing;

/// <summary>Finds amounts without a currency in what the <see cref="DearShop"/> shows: numbers at least as large as its smallest amount.</summary>
public static partial class BareAmounts
{
    /// <summary>No price in the shop is lower, and no count is higher.</summary>
    public const double Least = 10_000_000;

    private static readonly string[] s_read = ["title", "aria-label", "aria-description", "placeholder", "alt", "label", "data-label"];

    /// <summary>The amounts without a currency in a text.</summary>
    public static IEnumerable<string> In(string text)
    {
        var bare = Number().Matches(text).Where(number => IsAmount(number) && !Currency().IsMatch(text[..number.Index])).Select(number => number.Value).ToArray();
        return bare.Length == 0 ? [] : [$"{string.Join(", ", bare)} in \"{Shortened(text)}\""];
    }

    /// <summary>The amounts without a currency on a page: in its text, in its text for screen readers, and in its charts.</summary>
    public static IEnumerable<string> In(IDocument page)
    {
        var texts = page.Body!.GetDescendants().OfType<IText>().Where(text => text.Ancestors<IElement>().All(element => element.LocalName is not ("script" or "style"))).Select(text => text.Data);
        var attributes = page.All.SelectMany(element => s_read.Select(element.GetAttribute).OfType<string>());
        return texts.Concat(attributes).SelectMany(In).Concat(page.QuerySelectorAll("[data-figure]").SelectMany(figure => InFigure(JsonNode.Parse(figure.GetAttribute("data-figure")!)!)));
    }

    /// <summary>The amounts without a currency in a chart's JSON: in all its texts, and in axes and colour bars.</summary>
    public static IEnumerable<string> InFigure(JsonNode figure)
    {
        var layout = figure["layout"]!;
        var hasCurrency = figure["config"]?["locales"]?["reader"]?["format"]?["currency"]?[0]?.GetValue<string>().Contains(DearShop.Code, StringComparison.Ordinal) == true;
        foreach (var trace in figure["data"]!.AsArray())
        {
            foreach (var direction in new[] { "x", "y" })
            {
                var axis = layout[$"{direction}axis{trace![$"{direction}axis"]?.GetValue<string>()[1..]}"];
                if (Largest(trace[direction]) >= Least && axis?["showticklabels"]?.GetValue<bool>() != false && axis?["tickvals"] is null && !(hasCurrency && IsMoney(axis)))
                {
                    yield return $"axis {direction} of {layout["uirevision"]} writes amounts as \"{axis?["tickformat"]}\"";
                }
            }

            if (trace!["marker"]?["colorbar"] is { } bar && bar["tickvals"] is null && Largest(trace["marker"]!["color"]) >= Least && !(hasCurrency && IsMoney(bar)))
            {
                yield return $"colours of {layout["uirevision"]} are amounts written as \"{bar["tickformat"]}\"";
            }
        }

        foreach (var text in TextsOf(figure["data"]!).Concat(TextsOf(layout)).SelectMany(In))
        {
            yield return $"{text}, chart {layout["uirevision"]}";
        }
    }

    private static bool IsMoney(JsonNode? axis) => axis?["tickformat"]?.GetValue<string>().StartsWith('$') == true;

    private static double Largest(JsonNode? values) => values is not JsonArray many ? 0
        : many.OfType<JsonValue>().Select(value => value.TryGetValue<double>(out var number) ? Math.Abs(number) : 0).DefaultIfEmpty().Max();

    private static IEnumerable<string> TextsOf(JsonNode node) => node switch
    {
        JsonObject many => many.Where(pair => pair.Value is not null).SelectMany(pair => TextsOf(pair.Value!)),
        JsonArray many => many.Where(item => item is not null).SelectMany(item => TextsOf(item!)),
        JsonValue value when value.TryGetValue<string>(out var text) && !text.StartsWith("rgba(", StringComparison.Ordinal) => [text],
        _ => [],
    };

    // Grouped as on pages, ungrouped, or short as on axes: only amounts reach millions.
    private static bool IsAmount(Match number)
    {
        var digits = number.Groups["digits"].Value;
        var whole = new string([.. (digits.LastIndexOfAny(['.', ',']) is > 0 and var mark && digits.Length - mark != 4 ? digits[..mark] : digits).Where(char.IsAsciiDigit)]);
        return number.Groups["short"].Success || double.Parse(whole, CultureInfo.InvariantCulture) >= Least;
    }

    private static string Shortened(string text) => WhiteSpace().Replace(text, " ").Trim() is { Length: > 160 } read ? read[..160] + "…" : WhiteSpace().Replace(text, " ").Trim();

    [GeneratedRegex(@"(?<![\w.,#-])(?:(?<digits>\d[\d.,]*\d|\d)(?<short>\s?[MGT]\b)|(?<digits>\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?|\d{8,}(?:[.,]\d+)?))(?![\w-])")]
    private static partial Regex Number();

    [GeneratedRegex(@"CHF\s?$")]
    private static partial Regex Currency();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
