using System.Collections.Immutable;
using Insiders.Web.Charts.Spec;

namespace Insiders.Web.Features.Explore;

/// <summary>The legend of a map of customers that a value colours.</summary>
/// <param name="Name">What the value is.</param>
/// <param name="From">The value of the first colour, as written.</param>
/// <param name="To">The value of the last colour, as written.</param>
/// <param name="Colours">From the lowest to the highest value, as <c>#RRGGBB</c>.</param>
public sealed record ScaleLegend(string Name, string From, string To, ImmutableArray<string> Colours)
{
    /// <summary>The legend; null where groups colour the map.</summary>
    public static ScaleLegend? Of(ExploreViewModel figures, bool isDark)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var state = figures.State;
        if (!state.IsScale)
        {
            return null;
        }

        var (from, to) = ProjectionPicture.Range(figures.Customers, state.Colour, state.IsLog);
        return new ScaleLegend(
            $"{ProjectionText.ColourName(state)}{(state.IsLog ? $", {Texts.ExploreLogShort}" : "")}", FeatureText.Value(state.Colour, from), FeatureText.Value(state.Colour, to), ChartColours.Sequential(isDark));
    }
}
