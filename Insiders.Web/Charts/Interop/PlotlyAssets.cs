using Insiders.Web.Charts.Rendering;

namespace Insiders.Web.Charts.Interop;

/// <summary>Addresses of the Plotly scripts; the build takes both from the package.</summary>
public static class PlotlyAssets
{
    /// <summary>The address of a script, without its fingerprint.</summary>
    public static string AddressOf(PlotlyLibrary library) => library == PlotlyLibrary.Basic ? "lib/plotly-basic.js" : "lib/plotly.js";
}
