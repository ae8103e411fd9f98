namespace Insiders.Web.Charts.Interop;

/// <summary>What a chart can be saved as.</summary>
public enum PictureKind
{
    /// <summary>Pixels, for slides.</summary>
    Png,

    /// <summary>A drawing, for print.</summary>
    Svg,
}
