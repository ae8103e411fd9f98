using Insiders.Web.Charts.Rendering;

namespace Insiders.Web.Charts.Interop;

/// <summary>Where the scripts of Plotly lie; the build takes both from the package.</summary>
public static class PlotlyAssets
{
    /// <summary>The address of a script, before its fingerprint.</summary>
    public static string AddressOf(PlotlyLibrary library) => library == PlotlyLibrary.Basic ? "lib/plotly-basic.js" : "lib/plotly.js";
}
