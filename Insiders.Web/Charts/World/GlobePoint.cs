namespace Insiders.Web.Charts.World;

/// <summary>A point on the globe.</summary>
/// <param name="Latitude">Degrees, north positive, −90 to 90.</param>
/// <param name="Longitude">Degrees, east positive. A line that crosses the date line continues beyond ±180.</param>
public readonly record struct GlobePoint(double Latitude, double Longitude);
