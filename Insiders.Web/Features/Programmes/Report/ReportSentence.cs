namespace Insiders.Web.Features.Programmes.Report;

/// <summary>A sentence of an answer.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Address">The page with exactly the customers it counts; null where it counts none.</param>
public sealed record ReportSentence(string Text, string? Address = null);
