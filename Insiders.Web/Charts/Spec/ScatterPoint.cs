namespace Insiders.Web.Charts.Spec;

/// <summary>A point.</summary>
/// <param name="X">Horizontal position.</param>
/// <param name="Y">Vertical position.</param>
/// <param name="Key">Key reported when it is clicked; null when it cannot be picked.</param>
/// <param name="Hover">Its hover label.</param>
public readonly record struct ScatterPoint(double X, double Y, string? Key = null, string? Hover = null)
{
    /// <summary>Diameter in pixels; 0 for the chart's default size.</summary>
    public double Size { get; init; }
}
