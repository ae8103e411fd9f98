namespace Insiders.Web.Charts;

/// <summary>A point.</summary>
/// <param name="X">Across.</param>
/// <param name="Y">Upwards.</param>
/// <param name="Key">What a click on it picks.</param>
/// <param name="Hover">What a pointer over it reads; not sent for charts drawn by the graphics processor until it is asked for.</param>
public readonly record struct ScatterPoint(double X, double Y, string? Key = null, string? Hover = null)
{
    /// <summary>Depth; for charts in space only.</summary>
    public double Z { get; init; }

    /// <summary>Pixels across; 0 for the chart's own size.</summary>
    public double Size { get; init; }

    /// <summary>What a <see cref="ColourScale"/> turns into a colour.</summary>
    public double Value { get; init; }
}
