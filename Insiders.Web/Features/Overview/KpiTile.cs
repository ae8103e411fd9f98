namespace Insiders.Web.Features.Overview;

/// <summary>One figure of the overview.</summary>
/// <param name="Id">For tests and style sheets.</param>
/// <param name="Label">What it is.</param>
/// <param name="Value">As written.</param>
/// <param name="Definition">How it is computed, as a sentence.</param>
/// <param name="Address">Where the customers behind it are listed; null when there are none.</param>
/// <param name="Change">How it moved since the run before; null when there is none.</param>
public sealed record KpiTile(string Id, string Label, string Value, string Definition, string? Address, KpiChange? Change);
