using System.Collections.Immutable;
using System.Globalization;
using Insiders.Web.Charts.World;

namespace Insiders.Web.Charts.Spec;

/// <summary>The world: countries filled by a value, or bubbles whose area is the value.</summary>
public sealed record MapChart : ChartSpec
{
    /// <summary>Pixels below the map for the colour bar.</summary>
    public const int KeyHeight = 56;

    /// <summary>Places; one without a country code is drawn as a bubble on a filled map too.</summary>
    public required ImmutableArray<MapPlace> Places { get; init; }

    /// <summary>How values map to colours.</summary>
    public required ColourScale Scale { get; init; }

    /// <summary>True for bubbles instead of filled countries.</summary>
    public bool AsBubbles { get; init; }

    /// <summary>The part of the plane that is shown first; null: the whole world.</summary>
    public PlaneBox? View { get; init; }

    /// <summary>Key of that part: as long as it is unchanged, the reader's pan and zoom are preserved.</summary>
    public string ViewName { get; init; } = "";

    /// <inheritdoc/>
    public override int Height { get; init; } = 640;

    /// <summary>The height of the world on a narrow card, so that there is no empty space above and below it.</summary>
    public override string CssHeight => string.Create(CultureInfo.InvariantCulture, $"min({Height}px, calc({100 * WorldAtlas.Ratio:0.#}cqw + {KeyHeight}px))");

    /// <inheritdoc/>
    public override bool HasData => Places.Length > 0;
}
