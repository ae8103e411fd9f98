using System.Collections.Immutable;
using Insiders.Core.Settings;

namespace Insiders.Core.Learning.Embeddings;

/// <summary>One step of embedding in a catalogue.</summary>
/// <param name="Default">Its settings unless somebody says otherwise.</param>
/// <param name="Settings">What can be set, in the order of forms.</param>
/// <param name="Sentence">What it does, for an analyst.</param>
/// <param name="Create">Makes it from settings of the type of <paramref name="Default"/>.</param>
public sealed record EmbeddingEntry(EmbeddingOptions Default, ImmutableArray<SettingDescriptor> Settings, string Sentence, Func<EmbeddingOptions, IEmbedding> Create)
{
    /// <summary>The name in files and addresses, such as <c>umap</c>. Unique in a catalogue.</summary>
    public string Kind => Default.Kind;

    /// <inheritdoc/>
    public override string ToString() => Kind;
}
