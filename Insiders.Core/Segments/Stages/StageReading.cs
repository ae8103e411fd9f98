namespace Insiders.Core.Segments.Stages;

/// <summary>The stage of one customer and what it follows from.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="SilentDays">Days since the last purchase; since the ledger's first day where there is none.</param>
/// <param name="KnownDays">Days since the first purchase; likewise.</param>
/// <param name="UsualGapDays">The middle one of the customer's own gaps between purchase days; null with fewer than three of these.</param>
/// <param name="Bounds">Days of silence beyond which this customer is slipping, dormant and lost.</param>
public sealed record StageReading(CustomerStage Stage, int SilentDays, int KnownDays, double? UsualGapDays, StageBounds Bounds);
