namespace Insiders.Core.Pipeline;

/// <summary>How far a run has come.</summary>
/// <param name="Stage">The stage at work, as named in <see cref="SegmentationStage"/>.</param>
/// <param name="StageFraction">0 to 1 within that stage.</param>
/// <param name="TotalFraction">0 to 1 over the whole run, never going back.</param>
/// <param name="Remaining">Estimated time to the end; null until there is something to estimate from.</param>
public sealed record RunProgress(SegmentationStage Stage, double StageFraction, double TotalFraction, TimeSpan? Remaining);
