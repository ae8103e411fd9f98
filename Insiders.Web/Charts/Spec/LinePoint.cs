namespace Insiders.Web.Charts.Spec;

/// <summary>A point of a line.</summary>
/// <param name="X">A number, or the <see cref="DateOnly.DayNumber"/> of a day.</param>
/// <param name="Y">Its height; NaN breaks the line.</param>
/// <param name="Hover">Its hover label.</param>
/// <param name="Key">Key reported when it is clicked; null when it cannot be picked.</param>
public readonly record struct LinePoint(double X, double Y, string Hover, string? Key = null);
