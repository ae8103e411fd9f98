using Insiders.Core.Learning.Embeddings;

namespace Insiders.Core.Learning.Forests;

/// <summary>Settings of a step that grows trees and embeds a row as the leaves it falls into.</summary>
public abstract record LeafOptions : EmbeddingOptions
{
    /// <param name="kind">The method's name.</param>
    protected LeafOptions(string kind)
        : base(kind)
    {
    }
}
