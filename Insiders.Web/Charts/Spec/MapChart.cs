using System.Collections.Immutable;
using System.Globalization;
using Insiders.Web.Charts.World;

namespace Insiders.Web.Charts.Spec;

/// <summary>The world: countries filled by a value, or bubbles whose area is the value.</summary>
public sealed record MapChart : ChartSpec
{
    /// <summary>Pixels below the world, where its colours are explained.</summary>
    public const int KeyHeight = 56;

    /// <summary>Places; one without a country code of its own is a bubble on a filled map too.</summary>
    public required ImmutableArray<MapPlace> Places { get; init; }

    /// <summary>How values become colours.</summary>
    public required ColourScale Scale { get; init; }

    /// <summary>True for bubbles instead of filled countries.</summary>
    public bool AsBubbles { get; init; }

    /// <summary>The part of the plane that is shown first; null: the whole world.</summary>
    public PlaneBox? View { get; init; }

    /// <summary>What that part is called: while it stays the same, a reader who moved and zoomed stays where they are, whatever else changes.</summary>
    public string ViewName { get; init; } = "";

    /// <inheritdoc/>
    public override int Height { get; init; } = 640;

    /// <summary>That of the world where the card is narrow, so that no blank is above and below it.</summary>
    public override string CssHeight => string.Create(CultureInfo.InvariantCulture, $"min({Height}px, calc({100 * WorldAtlas.Ratio:0.#}cqw + {KeyHeight}px))");

    /// <inheritdoc/>
    public override bool HasData => Places.Length > 0;
}
