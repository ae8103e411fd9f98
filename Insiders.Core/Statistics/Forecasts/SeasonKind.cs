namespace Insiders.Core.Statistics.Forecasts;

/// <summary>What a season does to a series.</summary>
public enum SeasonKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It adds as much in every year.</summary>
    Additive,

    /// <summary>It adds the same share in every year.</summary>
    Multiplicative,
}
