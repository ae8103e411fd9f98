using System.Collections.Immutable;
using Insiders.Core.Settings;

namespace Insiders.Core.Pipeline;

/// <summary>The picture of the customers in two dimensions that people look at; nothing is computed from it.</summary>
public sealed record ProjectionOptions
{
    private static readonly Setting<int?> s_epochs = SettingDescriptor.WholeOrNone("epochs", "MapEpochs", new(1, 10_000), SettingUnit.Passes);

    /// <summary>Every setting, in the order of forms.</summary>
    public static ImmutableArray<SettingDescriptor> Settings { get; } = [s_epochs];

    /// <summary>Passes over the graph; null: as in <see cref="Learning.Embeddings.UmapOptions.Epochs"/>.</summary>
    public int? Epochs { get; init => field = s_epochs.Check(value); } = s_epochs.Default;
}
