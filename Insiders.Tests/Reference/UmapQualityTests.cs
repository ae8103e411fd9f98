using Insiders.Core.Learning.Embeddings;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Reference;

/// <summary>The layout draws other random numbers than umap-learn, so it is measured by what it keeps.</summary>
public sealed class UmapQualityTests
{
    // A random start that is never moved has a trustworthiness of about 0.5 and classes by chance (0.1 for digits).
    // Two principal components of digits keep 0.83 and 0.60.
    [Theory]
    [InlineData("iris")]
    [InlineData("digits")]
    public void Two_dimensions_keep_neighbours_and_classes_as_well_as_the_reference(string dataset)
    {
        var (points, classes) = ReferenceAnswers.Points(dataset);
        var reference = ReferenceAnswers.Read("reducers").GetProperty("umap").GetProperty(dataset);
        double Worst(string name) => ReferenceAnswers.Numbers(reference.GetProperty(name)).Min();

        var embedding = Umap.Embed(points, new UmapOptions { Dimensions = 2, Neighbours = 15, Threads = 2 }, null, CancellationToken.None);
        var trust = EmbeddingQuality.Trustworthiness(points, embedding, 15);
        var accuracy = EmbeddingQuality.CrossValidated(embedding, classes);

        Assert.True(trust >= Worst("trustworthiness_k15") - 0.01, $"Trustworthiness {trust:0.0000}, the reference {Worst("trustworthiness_k15"):0.0000}.");
        Assert.True(accuracy >= Worst("knn10_cv_accuracy") - 0.01, $"Accuracy {accuracy:0.0000}, the reference {Worst("knn10_cv_accuracy"):0.0000}.");
    }

    [Fact]
    public void New_digits_are_placed_among_their_like_and_each_for_itself()
    {
        var (points, classes) = ReferenceAnswers.Digits;
        int[] known = [.. Enumerable.Range(0, points.Rows).Where(i => i % 6 != 0)];
        int[] held = [.. Enumerable.Range(0, points.Rows).Where(i => i % 6 == 0)];
        int[] Classes(int[] rows) => [.. rows.Select(i => classes[i])];
        var options = new UmapOptions { Dimensions = 2, Neighbours = 15, Threads = 2 };
        var model = Umap.Fit(UmapGraph.Build(points.SelectRows(known), options, CancellationToken.None), options, null, CancellationToken.None);
        var before = model.Embedding.Copy();

        var placed = model.Transform(points.SelectRows(held), CancellationToken.None);
        var few = model.Transform(points.SelectRows(held.AsSpan(0, 20)), CancellationToken.None);

        var fitted = EmbeddingQuality.CrossValidated(model.Embedding, Classes(known));
        var right = (double)EmbeddingQuality.Right(model.Embedding, Classes(known), placed, Classes(held)) / held.Length;
        Assert.True(right >= fitted - 0.03, $"Placed rows {right:0.000}, fitted rows {fitted:0.000}."); // 0.1 if rows were placed anywhere
        Assert.True(model.Embedding.SameValues(before));
        Assert.True(few.SameValues(placed.SelectRows([.. Enumerable.Range(0, 20)])));
    }
}
