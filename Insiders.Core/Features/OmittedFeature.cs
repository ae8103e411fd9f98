using System.Text.Json.Serialization;

namespace Insiders.Core.Features;

/// <summary>A feature of a recipe that its model does without.</summary>
/// <param name="Name">The feature.</param>
/// <param name="Reason">Why.</param>
/// <param name="Other">The feature that it repeats, or the column that is not there; null for other reasons.</param>
[JsonConverter(typeof(OmittedFeatureJson))]
public sealed record OmittedFeature(string Name, OmissionReason Reason, string? Other = null);
