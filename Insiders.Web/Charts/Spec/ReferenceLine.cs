namespace Insiders.Web.Charts.Spec;

/// <summary>A thin dashed reference line.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="FromX">Where it starts.</param>
/// <param name="FromY">Where it starts.</param>
/// <param name="ToX">Where it ends.</param>
/// <param name="ToY">Where it ends.</param>
public sealed record ReferenceLine(string Name, double FromX, double FromY, double ToX, double ToY);
