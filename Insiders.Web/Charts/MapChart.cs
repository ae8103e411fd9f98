using System.Collections.Immutable;

namespace Insiders.Web.Charts;

/// <summary>The world: countries filled by a value, or bubbles whose area is the value.</summary>
public sealed record MapChart : ChartSpec
{
    /// <summary>Places; one without a country code of its own is a bubble on a filled map too.</summary>
    public required ImmutableArray<MapPlace> Places { get; init; }

    /// <summary>How values become colours.</summary>
    public required ColourScale Scale { get; init; }

    /// <summary>True for bubbles instead of filled countries.</summary>
    public bool AsBubbles { get; init; }

    /// <inheritdoc/>
    public override int Height { get; init; } = 460;

    /// <inheritdoc/>
    public override bool HasData => Places.Length > 0;
}
