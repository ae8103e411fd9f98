using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Insiders.Core.Customers.Cohorts;
using Insiders.Core.Customers.Hypotheses;

namespace Insiders.Core.Application.Insights;

/// <summary>How hypotheses and what was found are stored.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, RespectNullableAnnotations = true, IgnoreReadOnlyProperties = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HypothesisFindings))]
[JsonSerializable(typeof(LifeCycle))]
[JsonSerializable(typeof(ImmutableArray<Hypothesis>))]
internal sealed partial class InsightsJson : JsonSerializerContext;
