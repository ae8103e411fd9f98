using Plotly.Blazor;

namespace Insiders.Web.Charts.Rendering;

/// <summary>A Plotly trace and the keys of its points.</summary>
/// <param name="Trace">The trace.</param>
/// <param name="Keys">One per point, in order; empty when none can be picked.</param>
public sealed record PlotlyTrace(ITrace Trace, IReadOnlyList<string?> Keys);
