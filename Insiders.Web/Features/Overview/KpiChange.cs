namespace Insiders.Web.Features.Overview;

/// <summary>How a figure moved since the run before.</summary>
/// <param name="Text">In words, with a sign: +2.1% since run 3 of 12 Nov 2026.</param>
/// <param name="IsUp">Whether it rose; null when it stayed.</param>
/// <param name="Meaning">Whether that is good.</param>
public sealed record KpiChange(string Text, bool? IsUp, ChangeMeaning Meaning);
