namespace Insiders.Web.Charts.Spec;

/// <summary>How numbers map to distances.</summary>
public enum AxisScale
{
    /// <summary>Linear.</summary>
    Linear,

    /// <summary>Logarithmic; values of zero and below are not drawn.</summary>
    Log,

    /// <summary>Days; a value is a <see cref="DateOnly.DayNumber"/>.</summary>
    Date,
}
