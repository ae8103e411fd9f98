namespace Insiders.Web.Charts.Spec;

/// <summary>How numbers become distances.</summary>
public enum AxisScale
{
    /// <summary>Equal steps.</summary>
    Linear,

    /// <summary>Equal factors; values of zero and less are not drawn.</summary>
    Log,

    /// <summary>Days; a value is a <see cref="DateOnly.DayNumber"/>.</summary>
    Date,
}
