namespace Insiders.Web.Charts;

/// <summary>One bar.</summary>
/// <param name="Label">What it stands for; any text, markup in it is shown as it is.</param>
/// <param name="Value">Its length.</param>
/// <param name="Text">The value as written beside it.</param>
/// <param name="Hover">What a pointer over it reads.</param>
/// <param name="Colour">As <c>#RRGGBB</c>.</param>
public sealed record BarPoint(string Label, double Value, string Text, string Hover, string Colour);
