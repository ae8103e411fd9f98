using System.Collections.Immutable;

namespace Insiders.Web.Charts.World;

/// <summary>The outline of a country.</summary>
/// <param name="Code">ISO 3166-1 alpha-3.</param>
/// <param name="Rings">Its coasts and borders, each closed without repeating its first point; holes have the opposite orientation.</param>
public sealed record CountryOutline(string Code, ImmutableArray<ImmutableArray<PlanePoint>> Rings);
