namespace Insiders.Web.Charts.World;

/// <summary>A place of the globe.</summary>
/// <param name="Latitude">Degrees, north positive, −90 to 90.</param>
/// <param name="Longitude">Degrees, east positive. A line that walks across the date line goes on beyond ±180.</param>
public readonly record struct GlobePoint(double Latitude, double Longitude);
