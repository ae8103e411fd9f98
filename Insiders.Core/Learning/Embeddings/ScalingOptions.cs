using System.Collections.Immutable;
using Insiders.Core.Settings;

namespace Insiders.Core.Learning.Embeddings;

/// <summary>Settings of <see cref="Scaling"/>.</summary>
public sealed record ScalingOptions : EmbeddingOptions
{
    /// <summary>The name in files.</summary>
    public const string Name = "scaling";

    private static readonly Setting<ScalingMethod> s_method = SettingDescriptor.Choice("method", "ScalingMethod", ScalingMethod.Standard);

    /// <summary>The settings unless somebody says otherwise.</summary>
    public ScalingOptions()
        : base(Name)
    {
    }

    /// <summary>Every setting, in the order of forms.</summary>
    public static ImmutableArray<SettingDescriptor> Settings { get; } = [s_method];

    /// <summary>How columns are brought to one scale.</summary>
    public ScalingMethod Method { get; init; } = s_method.Default;
}
