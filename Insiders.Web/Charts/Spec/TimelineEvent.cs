namespace Insiders.Web.Charts.Spec;

/// <summary>An event.</summary>
/// <param name="Day">When.</param>
/// <param name="Value">How much; returns are negative.</param>
/// <param name="Hover">What a pointer over it reads.</param>
/// <param name="Key">What a click on it picks.</param>
public sealed record TimelineEvent(DateOnly Day, double Value, string Hover, string? Key = null);
