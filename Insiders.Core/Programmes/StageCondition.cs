using Insiders.Core.Segments.Stages;

namespace Insiders.Core.Programmes;

/// <summary>The customer has got no further than a stage: <see cref="CustomerStage.Active"/> admits new and active customers.</summary>
/// <param name="NoLaterThan">The last stage that is admitted.</param>
public sealed record StageCondition(CustomerStage NoLaterThan) : Condition;
