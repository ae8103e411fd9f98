using System.Collections.Immutable;
using Insiders.Core.Learning;
using Insiders.Core.Learning.Embeddings;
using Insiders.Core.Learning.Forests;
using Insiders.Core.Learning.Sweep;

namespace Insiders.Core.Pipeline;

/// <summary>A recipe's settings with seed and threads handed to every stage, and its methods taken from their catalogue.</summary>
internal sealed class RunSettings(Recipe recipe, int threads, MethodCatalog methods)
{
    public Recipe Recipe { get; } = recipe;

    public int Threads { get; } = threads;

    /// <summary>The chain as far as it grows a forest: the steps of <see cref="SegmentationStage.Forest"/>.</summary>
    public ImmutableArray<IEmbedding> Learned { get; } = [.. Steps(recipe, threads, methods).Take(Grown(recipe))];

    /// <summary>The rest of it: the steps of <see cref="SegmentationStage.Embed"/>.</summary>
    public ImmutableArray<IEmbedding> Laid { get; } = [.. Steps(recipe, threads, methods).Skip(Grown(recipe))];

    /// <summary>The same neighbourhoods in two dimensions; those of a plain UMAP where the chain has none at its end.</summary>
    public UmapOptions Projection { get; } = (recipe.Embedding is [.., UmapOptions last] ? last : new UmapOptions()) with
    {
        Dimensions = 2,
        Epochs = recipe.Projection.Epochs,
        Seed = recipe.Seed,
        Threads = threads,
    };

    public ImmutableArray<SweepMethod> Methods { get; } = [.. recipe.Clustering.Select(method => SweepMethod.Of(method with { Seed = recipe.Seed }, methods))];

    /// <summary>A method whose models cannot place customers they have not seen; null where all can.</summary>
    public string? PlacesNone { get; } = recipe.Clustering.Select(methods.EntryOf).FirstOrDefault(entry => !entry.PlacesNewRows)?.Kind;

    private static IEnumerable<IEmbedding> Steps(Recipe recipe, int threads, MethodCatalog methods)
        => recipe.Embedding.Select(step => methods.EntryOf(step).Create(step with { Seed = recipe.Seed, Threads = threads }));

    /// <summary>Steps up to the forest, it counted; 0 without one.</summary>
    private static int Grown(Recipe recipe) => recipe.Embedding.TakeWhile(step => step is not LeafOptions).Count() is var before && before < recipe.Embedding.Length ? before + 1 : 0;
}
