using System.Collections.Immutable;
using Insiders.Core.Learning;
using Insiders.Core.Learning.Embeddings;
using Insiders.Core.Numerics;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Contracts;

/// <summary>What every embedding step in the catalogue must satisfy; a new one is tested as soon as it is listed.</summary>
public sealed class EmbeddingContract
{
    private static readonly Matrix s_points = Blobs.Of(120, 4, 5, spread: 30);
    private static readonly ImmutableArray<double> s_target = [.. Enumerable.Range(0, 120).Select(i => s_points[i, 2])];

    public static TheoryData<EmbeddingEntry> AllSteps => [.. MethodCatalog.All.Embeddings];

    [Fact]
    public void Names_are_unique_plain_and_explained_and_chains_are_made_of_them()
    {
        var all = MethodCatalog.All.Embeddings;
        Assert.Equal(all.Length, all.Select(entry => entry.Kind).Distinct().Count());
        Assert.All(all, entry => Assert.Matches("^[a-z]+(-[a-z]+)*$", entry.Kind));
        Assert.All(all, entry => Assert.EndsWith(".", entry.Sentence, StringComparison.Ordinal));
        Assert.All(MethodCatalog.All.Chains.SelectMany(chain => chain), kind => Assert.Contains(all, entry => entry.Kind == kind));
        Assert.Equal(MethodCatalog.All.Chains.Length, MethodCatalog.All.Chains.Select(chain => string.Join(',', chain)).Distinct().Count());
    }

    [Theory, MemberData(nameof(AllSteps), DisableDiscoveryEnumeration = true)]
    public void One_seed_gives_one_answer_for_any_number_of_threads_and_leaves_the_points_alone(EmbeddingEntry entry)
    {
        var before = s_points.Copy();

        var one = Fit(entry, 1);

        Assert.Equal(s_points.Rows, one.Embedding.Rows);
        one.Embedding.ThrowIfNotFinite("embedding");
        Assert.True(one.Embedding.SameValues(Fit(entry, 1).Embedding));
        Assert.True(one.Embedding.SameValues(Fit(entry, 3).Embedding));
        Assert.True(s_points.SameValues(before));
    }

    [Theory, MemberData(nameof(AllSteps), DisableDiscoveryEnumeration = true)]
    public void New_rows_are_placed_and_the_fitted_ones_do_not_move(EmbeddingEntry entry)
    {
        var model = Fit(entry, 2);
        var before = model.Embedding.Copy();

        var placed = model.Transform(s_points.SelectRows([3, 5, 8]), CancellationToken.None);

        Assert.Equal((3, before.Columns), (placed.Rows, placed.Columns));
        placed.ThrowIfNotFinite("placed");
        Assert.True(model.Embedding.SameValues(before));
    }

    [Theory, MemberData(nameof(AllSteps), DisableDiscoveryEnumeration = true)]
    public void A_value_that_is_no_number_is_refused_with_its_place(EmbeddingEntry entry)
    {
        var points = s_points.Copy();
        points[7, 2] = double.NaN;

        Assert.Contains("Row 7, column 2", Assert.Throws<ArgumentException>(() => entry.Create(entry.Default).Fit(points, s_target, null, CancellationToken.None)).Message, StringComparison.Ordinal);
    }

    private static IEmbeddingModel Fit(EmbeddingEntry entry, int threads)
        => entry.Create(entry.Default with { Seed = 7, Threads = threads }).Fit(s_points, s_target, null, CancellationToken.None);
}
