using System.Collections.Immutable;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Embeddings;

namespace Insiders.Core.Learning;

/// <summary>The methods that a recipe can choose among: pipeline, recipes as JSON, forms, contract tests and benchmarks are handed one.</summary>
/// <param name="Embeddings">Steps of embedding.</param>
/// <param name="Chains">The chains of them that forms offer.</param>
/// <param name="Clusterers">Clustering methods.</param>
public sealed record MethodCatalog(ImmutableArray<EmbeddingEntry> Embeddings, ImmutableArray<ImmutableArray<string>> Chains, ImmutableArray<ClustererEntry> Clusterers)
{
    /// <summary>Every method of the product.</summary>
    public static MethodCatalog All { get; } = new(EmbeddingCatalog.All, EmbeddingCatalog.Chains, ClustererCatalog.All);

    /// <summary>The entry of a step.</summary>
    /// <exception cref="ArgumentException">There is none of that kind; the message lists those there are.</exception>
    public EmbeddingEntry EntryOf(EmbeddingOptions step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return Embeddings.FirstOrDefault(entry => entry.Kind == step.Kind) ?? throw Unknown(step, Embeddings.Select(entry => entry.Kind));
    }

    /// <summary>The entry of a clustering method.</summary>
    /// <exception cref="ArgumentException">There is none of that kind; the message lists those there are.</exception>
    public ClustererEntry EntryOf(ClustererOptions method)
    {
        ArgumentNullException.ThrowIfNull(method);
        return Clusterers.FirstOrDefault(entry => entry.Kind == method.Kind) ?? throw Unknown(method, Clusterers.Select(entry => entry.Kind));
    }

    private static ArgumentException Unknown(StepOptions step, IEnumerable<string> known) => new($"There is no method '{step.Kind}'. There are: {string.Join(", ", known)}.", nameof(step));
}
