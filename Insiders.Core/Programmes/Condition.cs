using System.Text.Json.Serialization;

namespace Insiders.Core.Programmes;

/// <summary>One condition of a tier.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(MeasureCondition), "measure")]
[JsonDerivedType(typeof(SegmentCondition), "segment")]
[JsonDerivedType(typeof(ProbabilityCondition), "probability")]
[JsonDerivedType(typeof(StageCondition), "stage")]
[JsonDerivedType(typeof(ListCondition), "list")]
public abstract record Condition;
