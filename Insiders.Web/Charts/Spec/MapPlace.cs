namespace Insiders.Web.Charts.Spec;

/// <summary>A place of the world with a value.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Iso3">ISO 3166-1 alpha-3 of the country that is filled; none for what is no country.</param>
/// <param name="Latitude">Degrees, north positive.</param>
/// <param name="Longitude">Degrees, east positive.</param>
/// <param name="Value">What colours and sizes it.</param>
/// <param name="Hover">What a pointer over it reads.</param>
/// <param name="Key">What a click on it picks.</param>
public sealed record MapPlace(string Name, string? Iso3, double Latitude, double Longitude, double Value, string Hover, string? Key = null)
{
    /// <summary>True where the page is filtered by it: it gets a strong edge.</summary>
    public bool IsSelected { get; init; }
}
