using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Embeddings;
using Insiders.Core.Learning.Forests;

namespace Insiders.Core.Pipeline;

/// <summary>A recipe's settings with seed and threads handed to every stage.</summary>
internal sealed class RunSettings(Recipe recipe, int threads)
{
    public Recipe Recipe { get; } = recipe;

    public int Threads { get; } = threads;

    public ForestOptions Forest { get; } = recipe.Forest with { Seed = recipe.Seed, Threads = threads };

    public UmapOptions Embedding { get; } = recipe.Embedding with { Seed = recipe.Seed, Threads = threads };

    /// <summary>The same neighbourhoods in two dimensions.</summary>
    public UmapOptions Map { get; } = recipe.Embedding with { Dimensions = 2, Epochs = recipe.MapEpochs, Seed = recipe.Seed, Threads = threads };

    public MixtureOptions Mixture { get; } = recipe.Mixture with { Seed = recipe.Seed, Threads = threads };
}
