namespace Insiders.Web.Charts.Spec;

/// <summary>A point.</summary>
/// <param name="X">Across.</param>
/// <param name="Y">Upwards.</param>
/// <param name="Key">What a click on it picks.</param>
/// <param name="Hover">What a pointer over it reads.</param>
public readonly record struct ScatterPoint(double X, double Y, string? Key = null, string? Hover = null)
{
    /// <summary>Pixels across; 0 for the chart's own size.</summary>
    public double Size { get; init; }
}
