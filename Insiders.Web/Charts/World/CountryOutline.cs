using System.Collections.Immutable;

namespace Insiders.Web.Charts.World;

/// <summary>Where a country lies.</summary>
/// <param name="Code">ISO 3166-1 alpha-3.</param>
/// <param name="Rings">Its coasts and borders, each closed without its first point once more; a hole runs the other way round.</param>
public sealed record CountryOutline(string Code, ImmutableArray<ImmutableArray<PlanePoint>> Rings);
