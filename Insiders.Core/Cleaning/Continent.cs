namespace Insiders.Core.Cleaning;

/// <summary>A part of the world, after the United Nations' M49: Russia is in Europe, Turkey and Cyprus in Asia, Mexico in North America.</summary>
public enum Continent
{
    /// <summary>Africa.</summary>
    Africa,

    /// <summary>Antarctica.</summary>
    Antarctica,

    /// <summary>Asia.</summary>
    Asia,

    /// <summary>Europe.</summary>
    Europe,

    /// <summary>North and Central America with the Caribbean.</summary>
    NorthAmerica,

    /// <summary>Oceania.</summary>
    Oceania,

    /// <summary>South America.</summary>
    SouthAmerica,
}
