namespace Insiders.Web.Charts.Spec;

/// <summary>A point of a line.</summary>
/// <param name="X">A number, or the <see cref="DateOnly.DayNumber"/> of a day.</param>
/// <param name="Y">Its height; NaN breaks the line.</param>
/// <param name="Hover">What a pointer over it reads.</param>
/// <param name="Key">What a click on it picks.</param>
public readonly record struct LinePoint(double X, double Y, string Hover, string? Key = null);
