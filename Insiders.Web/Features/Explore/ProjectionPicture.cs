using System.Collections.Immutable;
using System.Text.Json;
using Insiders.Core.Customers;
using Insiders.Core.Segments;
using Insiders.Web.Charts.Spec;
using Insiders.Web.Charts.Theme;

namespace Insiders.Web.Features.Explore;

/// <summary>What the browser is told to draw: addresses of numbers, and how they become colours. No customer's data are in it.</summary>
public sealed record ProjectionPicture
{
    /// <summary>Address of the coordinates.</summary>
    public required string Points { get; init; }

    /// <summary>Address of the numbers that colour.</summary>
    public required string Values { get; init; }

    /// <summary>Address of who is picked; null where everybody is.</summary>
    public required string? Mask { get; init; }

    /// <summary>Address of the third direction; null where the map is flat.</summary>
    public required string? Depths { get; init; }

    /// <summary>True where a value colours, false where a group does.</summary>
    public required bool IsScale { get; init; }

    /// <summary>True where colours follow the logarithm.</summary>
    public required bool IsLog { get; init; }

    /// <summary>The value of the first colour; above zero where colours follow the logarithm.</summary>
    public required double From { get; init; }

    /// <summary>The value of the last colour.</summary>
    public required double To { get; init; }

    /// <summary>Colours of the groups, or from the lowest to the highest value, as <c>#RRGGBB</c>.</summary>
    public required ImmutableArray<string> Colours { get; init; }

    /// <summary>Shapes of the groups; after the last of them, they and the colours begin again.</summary>
    public required ImmutableArray<int> Shapes { get; init; }

    /// <summary>The colour of who is not seen, and of noise.</summary>
    public required string Faint { get; init; }

    /// <summary>The colour behind a saved picture.</summary>
    public required string Ground { get; init; }

    /// <summary>The colour of letters.</summary>
    public required string Ink { get; init; }

    /// <summary>The colour of the outline and of who was searched for.</summary>
    public required string Accent { get; init; }

    /// <summary>True on dark ground.</summary>
    public required bool IsDark { get; init; }

    /// <summary>The relative luminance that edges of points have at most on light ground, at least on dark.</summary>
    public required double Reach { get; init; }

    /// <summary>Corners of the outline; null where there is none.</summary>
    public required ImmutableArray<ImmutableArray<double>>? Outline { get; init; }

    /// <summary>The row searched for; −1 where none was.</summary>
    public required int Found { get; init; }

    /// <summary>The same in the words in which a circuit tells it, for a page that brings it along.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>The picture of an address.</summary>
    public static ProjectionPicture Of(ExploreViewModel figures, bool isDark)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var (state, customers) = (figures.State, figures.Customers);
        var (from, to) = state.IsScale ? Range(customers, state.Colour, state.IsLog) : (0, 0);
        var version = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{figures.Published.Run.Run.Id}.{figures.Published.Run.PublishedAt.ToUnixTimeMilliseconds()}");
        var palette = InsidersTheme.PaletteOf(isDark);
        return new ProjectionPicture
        {
            Points = $"{ExploreEndpoints.Points}?v={version}",
            Values = $"{ExploreEndpoints.Values}?of={Uri.EscapeDataString(state.Colour)}&v={version}",
            Mask = state.IsNarrowed ? state.Picking().With("v", [version]).To(ExploreEndpoints.Mask) : null,
            Depths = state.Depth is { } depth ? $"{ExploreEndpoints.Depths}?of={Uri.EscapeDataString(depth)}&v={version}" : null,
            IsScale = state.IsScale,
            IsLog = state.IsLog,
            From = from,
            To = to,
            Colours = state.IsScale ? ChartColours.Sequential(isDark)
                : state.Colour == ExploreQuery.Segments ? [.. customers.Segments.Select(segment => segment.Colour)]
                : [.. Enumerable.Range(0, SegmentPalette.All.Length).Select(LegendEntry.ClusterColour)],
            Shapes = state.Colour == ExploreQuery.Segments ? ChartSymbols.Of(customers.Segments.Select(segment => segment.Colour))
                : [.. Enumerable.Range(0, SegmentPalette.All.Length * ChartSymbols.All.Length).Select(LegendEntry.ClusterShape)],
            Faint = isDark ? "#5a6972" : "#a9b5ba",
            Ground = palette.Surface.ToString(MudBlazor.Utilities.MudColorOutputFormats.Hex),
            Ink = palette.TextPrimary.ToString(MudBlazor.Utilities.MudColorOutputFormats.Hex),
            Accent = palette.Primary.ToString(MudBlazor.Utilities.MudColorOutputFormats.Hex),
            IsDark = isDark,
            Reach = ChartColours.Reach(isDark),
            Outline = state.Outline is { } outline ? [.. outline.Corners.Select(corner => ImmutableArray.Create(corner.X, corner.Y))] : null,
            Found = figures.Found ?? -1,
        };
    }

    /// <summary>The values of the first and the last colour of a feature.</summary>
    /// <param name="customers">The customers of the run.</param>
    /// <param name="feature">The feature.</param>
    /// <param name="isLog">True to begin at the smallest value above zero; values below it get the first colour.</param>
    public static (double From, double To) Range(CustomerTable customers, string feature, bool isLog)
    {
        ArgumentNullException.ThrowIfNull(customers);
        var values = customers.Feature(feature);
        if (values.IsEmpty)
        {
            return (1, 1);
        }

        var to = values.Max();
        if (!isLog)
        {
            return (values.Min(), to);
        }

        var from = values.Where(value => value > 0).DefaultIfEmpty(1).Min();
        return (from, Math.Max(to, from));
    }
}
