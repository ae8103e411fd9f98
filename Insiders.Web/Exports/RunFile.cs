using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Insiders.Core.Application;
using Insiders.Core.Features;
using Insiders.Core.Learning.Sweep;
using Insiders.Core.Pipeline;

namespace Insiders.Web.Exports;

/// <summary>The facts of a run as JSON: its inputs and its outcome.</summary>
public static class RunFile
{
    private static readonly JsonSerializerOptions s_options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes <c>run.json</c>.</summary>
    /// <param name="output">Receives the text.</param>
    /// <param name="result">The run.</param>
    /// <param name="ledgerFingerprint">Hash of the ledger it was computed from.</param>
    /// <param name="seconds">Wall-clock seconds by stage, reading first.</param>
    public static void Write(TextWriter output, SegmentationResult result, string ledgerFingerprint, IReadOnlyList<(string Stage, double Seconds)> seconds)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(seconds);
        var run = new JsonObject
        {
            ["seed"] = result.Recipe.Seed,
            ["ledgerFingerprint"] = ledgerFingerprint,
            ["bestK"] = result.BestClusterCount,
            ["silhouette"] = Silhouettes(result.Candidates),
            ["seconds"] = new JsonObject(seconds.Select(stage => KeyValuePair.Create(stage.Stage, (JsonNode?)Math.Round(stage.Seconds, 3)))),
            ["customers"] = result.Features.Customers,
            ["segments"] = result.Segments.Length,
            ["missingFeatures"] = new JsonArray([.. result.OmittedFeatures.Where(feature => feature.Reason == OmissionReason.Missing).Select(feature => (JsonNode?)feature.Name)]),
            ["versions"] = new JsonObject
            {
                ["insiders"] = ProductVersion.Text,
                ["dotnet"] = Environment.Version.ToString(),
                ["os"] = RuntimeInformation.OSDescription,
                ["architecture"] = RuntimeInformation.ProcessArchitecture.ToString(),
            },
            ["recipe"] = JsonNode.Parse(RecipeJson.Write(result.Recipe)),
        };
        if (result.Candidates.DistinctBy(candidate => candidate.Method).Count() > 1)
        {
            run.Insert(run.IndexOf("bestK"), "bestMethod", result.Candidates.Single(candidate => candidate.IsWinner).Method);
        }

        OmittedFeature[] omitted = [.. result.OmittedFeatures.Where(feature => feature.Reason != OmissionReason.Missing)];
        if (omitted.Length > 0)
        {
            run.Insert(run.IndexOf("missingFeatures") + 1, "omittedFeatures", JsonSerializer.SerializeToNode(omitted));
        }

        output.Write(run.ToJsonString(s_options));
        output.Write('\n');
    }

    // Keyed by number of clusters; if a run tried several methods, grouped by method.
    private static JsonObject Silhouettes(ImmutableArray<Candidate> candidates)
    {
        JsonObject[] methods = [.. candidates.GroupBy(candidate => candidate.Method).Select(method => new JsonObject(method.Select(candidate => KeyValuePair.Create(
            candidate.ClusterCount.ToString(CultureInfo.InvariantCulture), (JsonNode?)candidate.Silhouette))))];
        return methods is [var only] ? only
            : new JsonObject(candidates.Select(candidate => candidate.Method).Distinct().Zip(methods, (method, scores) => KeyValuePair.Create(method, (JsonNode?)scores)));
    }
}
