namespace Insiders.Web.Features.Programmes.Report;

/// <summary>A bar of an answer.</summary>
/// <param name="Label">What it is of.</param>
/// <param name="Value">Its length; 0 or more.</param>
/// <param name="Text">Its figure.</param>
/// <param name="Address">The page with exactly the customers it counts; null where there is none.</param>
public sealed record ReportBar(string Label, double Value, string Text, string? Address = null);
