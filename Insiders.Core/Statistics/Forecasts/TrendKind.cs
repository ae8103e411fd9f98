namespace Insiders.Core.Statistics.Forecasts;

/// <summary>How a series moves apart from its season.</summary>
public enum TrendKind
{
    /// <summary>It keeps its level.</summary>
    None,

    /// <summary>It rises or falls on, by about as much each period.</summary>
    Additive,

    /// <summary>It rises or falls on, by less each period.</summary>
    Damped,
}
