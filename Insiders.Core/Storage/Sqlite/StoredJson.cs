using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Insiders.Core.Cleaning;
using Insiders.Core.Customers;
using Insiders.Core.Pipeline;
using Insiders.Core.Segments;
using Insiders.Core.Segments.Stages;

namespace Insiders.Core.Storage.Sqlite;

/// <summary>Serialises the JSON columns of runs with source-generated code, because reflection-based code would have to be compiled at every start (decision 0015).</summary>
[JsonSerializable(typeof(CleaningReport))]
[JsonSerializable(typeof(ImmutableArray<GroupProfile>))]
[JsonSerializable(typeof(ImmutableArray<StageTiming>))]
[JsonSerializable(typeof(MemberCounts))]
[JsonSerializable(typeof(CustomerFilter))]
[JsonSerializable(typeof(ImmutableArray<string>), TypeInfoPropertyName = "Texts")]
[JsonSerializable(typeof(ImmutableArray<int>), TypeInfoPropertyName = "Counts")]
[JsonSerializable(typeof(ImmutableArray<long>), TypeInfoPropertyName = "Ids")]
[JsonSerializable(typeof(ImmutableSortedDictionary<string, string>), TypeInfoPropertyName = "Parameters")]
[JsonSerializable(typeof(ImmutableSortedDictionary<string, double>), TypeInfoPropertyName = "Scores")]
internal sealed partial class StoredJson : JsonSerializerContext
{
    /// <summary>Reads a list from its column; empty when the column is null.</summary>
    public static ImmutableArray<T> List<T>(string? json, JsonTypeInfo<ImmutableArray<T>> type) => json is null ? [] : JsonSerializer.Deserialize(json, type);
}
