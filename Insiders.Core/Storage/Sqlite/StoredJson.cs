using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Insiders.Core.Cleaning;
using Insiders.Core.Pipeline;
using Insiders.Core.Segments;
using Insiders.Core.Segments.Stages;

namespace Insiders.Core.Storage.Sqlite;

/// <summary>What runs found out, as it lies in columns of JSON: read and written by code that is generated while building, for a start compiles it otherwise (decision 0015).</summary>
[JsonSerializable(typeof(CleaningReport))]
[JsonSerializable(typeof(ImmutableArray<GroupProfile>))]
[JsonSerializable(typeof(ImmutableArray<StageTiming>))]
[JsonSerializable(typeof(MemberCounts))]
[JsonSerializable(typeof(ImmutableArray<string>), TypeInfoPropertyName = "Texts")]
[JsonSerializable(typeof(ImmutableArray<int>), TypeInfoPropertyName = "Counts")]
[JsonSerializable(typeof(ImmutableArray<long>), TypeInfoPropertyName = "Ids")]
[JsonSerializable(typeof(ImmutableSortedDictionary<string, string>), TypeInfoPropertyName = "Parameters")]
[JsonSerializable(typeof(ImmutableSortedDictionary<string, double>), TypeInfoPropertyName = "Scores")]
internal sealed partial class StoredJson : JsonSerializerContext
{
    /// <summary>A list from its column; empty where the run had none to tell.</summary>
    public static ImmutableArray<T> List<T>(string? json, JsonTypeInfo<ImmutableArray<T>> type) => json is null ? [] : JsonSerializer.Deserialize(json, type);
}
