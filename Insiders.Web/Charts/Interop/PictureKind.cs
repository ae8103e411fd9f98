namespace Insiders.Web.Charts.Interop;

/// <summary>Formats a chart can be saved in.</summary>
public enum PictureKind
{
    /// <summary>A bitmap, for slides.</summary>
    Png,

    /// <summary>A vector drawing, for print.</summary>
    Svg,
}
