namespace Insiders.Web.Charts.World;

/// <summary>A point of the plane that the world is drawn on.</summary>
/// <param name="X">Thousandths of the Earth's radius along the equator, east of Greenwich positive: −2,736 to 2,736.</param>
/// <param name="Y">Thousandths of the Earth's radius, north positive: −1,421 to 1,421.</param>
public readonly record struct PlanePoint(double X, double Y);
