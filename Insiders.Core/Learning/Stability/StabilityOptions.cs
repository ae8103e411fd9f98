using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Insiders.Core.Settings;

namespace Insiders.Core.Learning.Stability;

/// <summary>Settings of <see cref="BootstrapJaccard"/>.</summary>
public sealed record StabilityOptions
{
    private static readonly Setting<int> s_resamples = SettingDescriptor.Whole("resamples", "Resamples", 100, new(1, 100_000));

    /// <summary>Every setting, in the order of forms.</summary>
    public static ImmutableArray<SettingDescriptor> Settings { get; } = [s_resamples];

    /// <summary>Bootstrap samples.</summary>
    public int Resamples { get; init => field = s_resamples.Check(value); } = s_resamples.Default;

    /// <summary>Seed of the samples.</summary>
    [JsonIgnore]
    public ulong Seed { get; init; } = 42;
}
