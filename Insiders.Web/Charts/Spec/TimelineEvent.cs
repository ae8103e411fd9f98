namespace Insiders.Web.Charts.Spec;

/// <summary>An event.</summary>
/// <param name="Day">When.</param>
/// <param name="Value">Amount; returns are negative.</param>
/// <param name="Hover">Its hover label.</param>
/// <param name="Key">Key reported when it is clicked; null when it cannot be picked.</param>
public sealed record TimelineEvent(DateOnly Day, double Value, string Hover, string? Key = null);
