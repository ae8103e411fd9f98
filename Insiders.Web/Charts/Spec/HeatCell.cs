namespace Insiders.Web.Charts.Spec;

/// <summary>A cell of a grid.</summary>
/// <param name="Value">The value that colours it; null leaves it blank.</param>
/// <param name="Text">The text in it.</param>
/// <param name="Hover">Its hover label.</param>
/// <param name="Key">Key reported when it is clicked; null when it cannot be picked.</param>
public sealed record HeatCell(double? Value, string Text, string Hover, string? Key = null);
