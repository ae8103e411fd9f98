using System.Collections.Immutable;
using Insiders.Core.Learning.Embeddings;
using Insiders.Core.Learning.Forests;

namespace Insiders.Core.Learning;

/// <summary>Every step there is by which customers get a place. A chain begins with the scaled features.</summary>
public static class EmbeddingCatalog
{
    /// <summary>The steps, in the order they can follow each other.</summary>
    public static ImmutableArray<EmbeddingEntry> All { get; } =
    [
        new(new ForestOptions(), ForestOptions.Settings, "The leaves of a random forest that explains the revenue: who spends alike for like reasons falls into the same leaves.",
            options => new ForestEmbedding((ForestOptions)options)),
        new(new UmapOptions(), UmapOptions.Settings, "Few dimensions in which near customers stay near.",
            options => new UmapEmbedding((UmapOptions)options)),
    ];

    /// <summary>The chains that forms offer, each by the names of its steps; a recipe may have others.</summary>
    public static ImmutableArray<ImmutableArray<string>> Chains { get; } = [[ForestOptions.Name, UmapOptions.Name], [UmapOptions.Name], []];
}
