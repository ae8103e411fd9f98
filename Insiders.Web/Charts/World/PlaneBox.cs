namespace Insiders.Web.Charts.World;

/// <summary>An axis-aligned rectangle of the plane that the world is drawn on.</summary>
/// <param name="LowerLeft">Its corner in the south-west.</param>
/// <param name="UpperRight">Its corner in the north-east.</param>
public sealed record PlaneBox(PlanePoint LowerLeft, PlanePoint UpperRight)
{
    private const int Steps = 8;

    /// <summary>Width.</summary>
    public double Width => UpperRight.X - LowerLeft.X;

    /// <summary>Height.</summary>
    public double Height => UpperRight.Y - LowerLeft.Y;

    /// <summary>True for a point inside or on the edge.</summary>
    public bool Holds(PlanePoint point) => point.X >= LowerLeft.X && point.X <= UpperRight.X && point.Y >= LowerLeft.Y && point.Y <= UpperRight.Y;

    /// <summary>The smallest box around some points; there must be one.</summary>
    public static PlaneBox Around(IEnumerable<PlanePoint> points)
    {
        var all = points.ToArray();
        return new(new(all.Min(point => point.X), all.Min(point => point.Y)), new(all.Max(point => point.X), all.Max(point => point.Y)));
    }

    /// <summary>The box around a part of the globe between two parallels and two meridians. Meridians are curved, so their middle can lie further out than their ends.</summary>
    public static PlaneBox OfGlobe(double south, double north, double west, double east) => Around(
        from step in Enumerable.Range(0, Steps + 1)
        let latitude = south + ((north - south) * step / Steps)
        from longitude in new[] { west, east }
        select NaturalEarth.Project(new(latitude, longitude)));

    /// <summary>A box with the same centre, enlarged by a margin, with no side shorter than a minimum.</summary>
    /// <param name="margin">Margin as a fraction of each side, 0 to 1.</param>
    /// <param name="least">The shortest side.</param>
    public PlaneBox Widened(double margin, double least)
    {
        var (across, along) = (Math.Max(Width * (1 + (2 * margin)), least) / 2, Math.Max(Height * (1 + (2 * margin)), least) / 2);
        var (x, y) = ((LowerLeft.X + UpperRight.X) / 2, (LowerLeft.Y + UpperRight.Y) / 2);
        return new(new(x - across, y - along), new(x + across, y + along));
    }
}
