namespace Insiders.Core.Pipeline;

/// <summary>How long a stage took.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Seconds">Wall-clock seconds.</param>
public sealed record StageTiming(SegmentationStage Stage, double Seconds);
