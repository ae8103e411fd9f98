namespace Insiders.Core.Cleaning;

/// <summary>A country, or what a ledger puts in its place.</summary>
/// <param name="Alpha2">ISO 3166-1 code of two letters; null where there is none (European Community).</param>
/// <param name="Alpha3">ISO 3166-1 code of three letters, by which maps know it; null where there is none.</param>
/// <param name="Name">English name, unique.</param>
/// <param name="Portuguese">Brazilian Portuguese name.</param>
/// <param name="Latitude">Degrees north of a point inside, −90 to 90.</param>
/// <param name="Longitude">Degrees east of a point inside, −180 to 180.</param>
/// <param name="Continent">The part of the world it belongs to.</param>
public sealed record Country(string? Alpha2, string? Alpha3, string Name, string Portuguese, double Latitude, double Longitude, Continent Continent);
