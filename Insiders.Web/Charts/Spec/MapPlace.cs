namespace Insiders.Web.Charts.Spec;

/// <summary>A place of the world with a value.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Iso3">ISO 3166-1 alpha-3 code of the country to fill; null when the place is not a country.</param>
/// <param name="Latitude">Degrees, north positive.</param>
/// <param name="Longitude">Degrees, east positive.</param>
/// <param name="Value">The value that colours and sizes it.</param>
/// <param name="Hover">Its hover label.</param>
/// <param name="Key">Key reported when it is clicked; null when it cannot be picked.</param>
public sealed record MapPlace(string Name, string? Iso3, double Latitude, double Longitude, double Value, string Hover, string? Key = null)
{
    /// <summary>True when the page is filtered by it; it gets a strong edge.</summary>
    public bool IsSelected { get; init; }
}
