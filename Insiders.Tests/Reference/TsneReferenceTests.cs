using Insiders.Core.Learning.Embeddings;
using Insiders.Core.Numerics;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Reference;

public sealed class TsneReferenceTests
{
    // Iris ends 8 % higher, beyond the bound, from principal components without noise.
    [Theory]
    [InlineData("iris")]
    [InlineData("digits")]
    public void Neighbours_are_kept_as_well_as_by_the_reference(string dataset)
    {
        var reference = ReferenceAnswers.Read("reducers").GetProperty("tsne").GetProperty(dataset);
        var (points, _) = ReferenceAnswers.Points(dataset);

        var model = Tsne.Fit(points, new TsneOptions { Threads = 2 }, null, CancellationToken.None);

        Assert.InRange(model.Divergence, 0, 1.05 * reference.GetProperty("kl_divergence").GetDouble());
        Assert.True(EmbeddingQuality.Trustworthiness(points, model.Embedding, 15) >= reference.GetProperty("trustworthiness_k15").GetDouble() - 0.01);
    }

    [Fact]
    public void A_new_row_stands_among_its_neighbours()
    {
        var (points, _) = ReferenceAnswers.Points("iris");
        int[] known = [.. Enumerable.Range(0, 150).Where(i => i % 5 != 0)];
        int[] asked = [.. Enumerable.Range(0, 150).Where(i => i % 5 == 0)];
        var model = Tsne.Fit(points.SelectRows(known), new TsneOptions { Perplexity = 10, MaximumIterations = 500, Threads = 2 }, null, CancellationToken.None);

        var placed = model.Transform(points.SelectRows(asked), CancellationToken.None);

        // Setosa (the first 50) is an island: who belongs to it stands nearest to one of it.
        var near = ExactNeighbours.Between(placed, model.Embedding, 1, RowMetric.Euclidean, 1, CancellationToken.None);
        Assert.All(Enumerable.Range(0, asked.Length), i => Assert.Equal(asked[i] < 50, known[near.IndicesOf(i)[0]] < 50));
    }

    [Fact]
    public void Few_rows_and_equal_rows_have_places()
    {
        Tsne.Fit(new Matrix(1, 3), new TsneOptions(), null, CancellationToken.None).Embedding.ThrowIfNotFinite("one");
        Tsne.Fit(new Matrix(2, 3), new TsneOptions(), null, CancellationToken.None).Embedding.ThrowIfNotFinite("two");
        Tsne.Fit(new Matrix(50, 1), new TsneOptions { Dimensions = 3 }, null, CancellationToken.None).Embedding.ThrowIfNotFinite("equal");
    }
}
