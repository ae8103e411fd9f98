using System.Collections.Frozen;
using Insiders.Core.Cleaning;

namespace Insiders.Web.Features.Map;

/// <summary>Decides which countries a world map can fill with colour.</summary>
public static class WorldOutlines
{
    /// <summary>Three-letter codes without an outline in our map data, or with one below 3,000 km², which is too small to see or click on a screen.</summary>
    private static readonly FrozenSet<string> s_tooSmall = (
        "ABW AIA ALA AND ASM ATG BES BHR BLM BMU BRB CCK COK COM CUW CXR CYM DMA FRO FSM GGY GIB GLP GRD GUM HKG IMN IOT JEY KIR KNA LCA LIE LUX MAC MAF MCO MDV MHL MLT MNP "
        + "MSR MTQ MUS MYT NFK NIU NRU PCN PLW REU SGP SHN SMR SPM STP SXM SYC TCA TKL TON TUV VAT VCT VGB VIR WLF WSM XKX").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The code of the outline to fill; null when a bubble is drawn instead.</summary>
    public static string? CodeOf(Country place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return place.Alpha3 is { } code && !s_tooSmall.Contains(code) ? code : null;
    }
}
