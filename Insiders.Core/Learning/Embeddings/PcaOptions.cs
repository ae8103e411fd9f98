using System.Collections.Immutable;
using Insiders.Core.Settings;

namespace Insiders.Core.Learning.Embeddings;

/// <summary>Settings of <see cref="Pca"/>.</summary>
public sealed record PcaOptions : EmbeddingOptions
{
    /// <summary>The name in files.</summary>
    public const string Name = "pca";

    private static readonly Setting<int> s_dimensions = SettingDescriptor.Whole("dimensions", "Dimensions", 10, new(1, 256), SettingUnit.Dimensions);

    /// <summary>The settings unless somebody says otherwise.</summary>
    public PcaOptions()
        : base(Name)
    {
    }

    /// <summary>Every setting, in the order of forms.</summary>
    public static ImmutableArray<SettingDescriptor> Settings { get; } = [s_dimensions];

    /// <summary>Components kept; all of them where there are fewer columns.</summary>
    public int Dimensions { get; init => field = s_dimensions.Check(value); } = s_dimensions.Default;
}
