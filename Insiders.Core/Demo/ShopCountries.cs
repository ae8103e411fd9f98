using System.Collections.Immutable;

namespace Insiders.Core.Demo;

/// <summary>Where the generated shop's customers live: mostly at home.</summary>
internal static class ShopCountries
{
    /// <summary>The home market first, then countries abroad; the last entry is not a country, as in real ledgers.</summary>
    internal static ImmutableArray<(string Name, double Weight)> All { get; } =
    [
        ("United Kingdom", 860), ("Germany", 24), ("France", 22), ("EIRE", 11), ("Spain", 10), ("Netherlands", 9), ("Belgium", 8), ("Portugal", 7), ("Switzerland", 7), ("Italy", 6),
        ("Norway", 4), ("Sweden", 4), ("Denmark", 4), ("Finland", 4), ("Austria", 4), ("Poland", 3), ("Australia", 3), ("USA", 3), ("Brazil", 3), ("Japan", 2), ("Canada", 2), ("Greece", 2),
        ("Cyprus", 2), ("Channel Islands", 2), ("Singapore", 1), ("United Arab Emirates", 1), ("Unspecified", 1),
    ];

    private static readonly double s_total = All.Sum(country => country.Weight);

    /// <summary>A country by weight.</summary>
    /// <param name="chance">In [0, 1).</param>
    internal static byte Draw(double chance)
    {
        var left = chance * s_total;
        byte place = 0;
        while (place < All.Length - 1 && left >= All[place].Weight)
        {
            left -= All[place++].Weight;
        }

        return place;
    }
}
