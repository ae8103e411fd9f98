using System.Text.Json.Serialization;
using Insiders.Core.Settings;

namespace Insiders.Core.Learning;

/// <summary>Settings of one step that a recipe chooses among others of its kind.</summary>
public abstract record StepOptions
{
    private static readonly Setting<int> s_threads = SettingDescriptor.Whole("threads", "Threads", Environment.ProcessorCount, new(1));

    /// <param name="kind">The method's name.</param>
    protected StepOptions(string kind) => Kind = kind;

    /// <summary>The method's name in files and addresses, such as <c>k-means</c>.</summary>
    [JsonIgnore]
    public string Kind { get; }

    /// <summary>Seed of the run; set from the recipe.</summary>
    [JsonIgnore]
    public ulong Seed { get; init; } = 42;

    /// <summary>Threads to use, at least 1. The result does not depend on it.</summary>
    [JsonIgnore]
    public int Threads { get; init => field = s_threads.Check(value); } = s_threads.Default;
}
