namespace Insiders.Web.Charts.Spec;

/// <summary>A cell of a grid.</summary>
/// <param name="Value">What colours it; none leaves it blank.</param>
/// <param name="Text">What is written in it.</param>
/// <param name="Hover">What a pointer over it reads.</param>
/// <param name="Key">What a click on it picks.</param>
public sealed record HeatCell(double? Value, string Text, string Hover, string? Key = null);
