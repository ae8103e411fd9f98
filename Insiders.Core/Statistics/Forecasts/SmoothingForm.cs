using System.Collections.Immutable;

namespace Insiders.Core.Statistics.Forecasts;

/// <summary>One form of exponential smoothing, an ETS model (Hyndman, Koehler, Ord and Snyder 2008, table 2.2 and 2.3).</summary>
/// <param name="HasRelativeErrors">Errors grow with the series (M) or do not (A).</param>
/// <param name="Trend">N, A or Ad.</param>
/// <param name="Season">N, A or M.</param>
public sealed record SmoothingForm(bool HasRelativeErrors, TrendKind Trend, SeasonKind Season)
{
    private static readonly bool[] s_errors = [false, true];

    /// <summary>The name that the literature and other tools use, such as ETS(M,Ad,M).</summary>
    public string Name => $"ETS({(HasRelativeErrors ? "M" : "A")},{Trend switch { TrendKind.None => "N", TrendKind.Additive => "A", _ => "Ad" }},{Season switch { SeasonKind.None => "N", SeasonKind.Additive => "A", _ => "M" }})";

    /// <summary>The forms that are stable: not multiplicative seasons with additive errors, whose variance has no bound.</summary>
    /// <param name="positive">True when every value of the series is above 0, without which relative errors and seasons have no meaning.</param>
    /// <param name="seasonal">True when the series is long enough for its season to be known.</param>
    public static ImmutableArray<SmoothingForm> Stable(bool positive, bool seasonal) =>
    [
        .. from relative in s_errors
           from season in Enum.GetValues<SeasonKind>()
           from trend in Enum.GetValues<TrendKind>()
           where (positive || !relative) && (seasonal || season == SeasonKind.None) && (relative || season != SeasonKind.Multiplicative)
           select new SmoothingForm(relative, trend, season),
    ];
}
