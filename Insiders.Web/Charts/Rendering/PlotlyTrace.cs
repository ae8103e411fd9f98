using Plotly.Blazor;

namespace Insiders.Web.Charts.Rendering;

/// <summary>A trace of Plotly and what its points pick.</summary>
/// <param name="Trace">The trace.</param>
/// <param name="Keys">One per point, in order; empty where none can be picked.</param>
public sealed record PlotlyTrace(ITrace Trace, IReadOnlyList<string?> Keys);
