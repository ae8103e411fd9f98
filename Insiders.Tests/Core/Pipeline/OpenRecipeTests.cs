using Insiders.Core.Demo;
using Insiders.Core.Import;
using Insiders.Core.Learning;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Embeddings;
using Insiders.Core.Learning.Forests;
using Insiders.Core.Ledger;
using Insiders.Core.Pipeline;
using Insiders.Core.Problems;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Core.Pipeline;

/// <summary>Runs of other methods than the study's.</summary>
public sealed class OpenRecipeTests : IAsyncLifetime, IDisposable
{
    private static readonly Recipe s_recipe = new()
    {
        Embedding = [new UmapOptions { Dimensions = 3, Epochs = 40 }],
        Projection = new() { Epochs = 30 },
        Sweep = new() { Minimum = 3, Maximum = 5 },
        ModelSample = 1_000,
    };

    private readonly TempFolder _folder = new();
    private SalesLedger _ledger = null!;

    public async Task InitializeAsync()
    {
        var file = _folder.Combine("shop.csv");
        await using (var writer = new StreamWriter(file))
        {
            GeneratedShop.Write(writer, new ShopOptions { AsOf = new DateOnly(2025, 6, 30), Customers = 1_200 }, CancellationToken.None);
        }

        _ledger = new SalesLedger(_folder.Combine("ledger"));
        await _ledger.ImportAsync(file, ImportOptions.Default, DateTimeOffset.UnixEpoch, null, CancellationToken.None);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Chains => [.. MethodCatalog.All.Chains.Select(chain => string.Join(',', chain))];

    [Theory, MemberData(nameof(Chains))]
    public async Task Every_chain_that_is_offered_places_everyone_above_the_sample_and_for_any_number_of_threads(string chain)
    {
        EmbeddingOptions[] steps =
        [
            new ScalingOptions { Method = ScalingMethod.Log }, new ForestOptions { Trees = 20 }, new ExtraTreesOptions { Trees = 20 }, new RandomTreesOptions { Trees = 20 },
            new UmapOptions { Dimensions = 3, Epochs = 40 }, new PcaOptions { Dimensions = 3 }, new TsneOptions { MaximumIterations = 250 },
        ];
        var recipe = s_recipe with { Embedding = [.. chain.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(kind => steps.Single(step => step.Kind == kind))] };

        var result = await RunAsync(recipe);

        var customers = result.Features.Customers;
        Assert.True(customers > recipe.ModelSample);
        Assert.Equal(customers, result.Clusters.Labels.Length);
        Assert.DoesNotContain(Partition.Noise, result.Clusters.Labels);
        Assert.Equal((customers, 2), (result.Coordinates.Rows, result.Coordinates.Columns));
        result.Coordinates.ThrowIfNotFinite("coordinates");
        Assert.Equal(result.Clusters.Labels.AsEnumerable(), (await RunAsync(recipe, threads: 3)).Clusters.Labels);
    }

    [Fact]
    public async Task A_run_tries_every_method_of_its_recipe_and_the_best_silhouette_wins()
    {
        var result = await RunAsync(s_recipe with { Clustering = [new KMeansOptions { Starts = 2 }, new MixtureOptions { Covariance = CovarianceShape.Diagonal, Starts = 1 }] });

        Assert.Equal(
            ["k-means 3", "gaussian-mixture 3", "k-means 4", "gaussian-mixture 4", "k-means 5", "gaussian-mixture 5"],
            result.Candidates.Select(candidate => $"{candidate.Method} {candidate.ClusterCount}"));
        var winner = Assert.Single(result.Candidates, candidate => candidate.IsWinner);
        Assert.Equal(result.Candidates.Max(candidate => candidate.Silhouette), winner.Silhouette);
        Assert.Equal((result.BestClusterCount, result.Silhouette), (winner.ClusterCount, winner.Silhouette!.Value));
        Assert.Equal(["inertia", "silhouette"], result.Candidates[0].Scores.Keys);
        Assert.Equal(["bic", "meanLogLikelihood", "silhouette"], result.Candidates[1].Scores.Keys);
        Assert.Equal("2", result.Candidates[0].Parameters["starts"]);
        Assert.Equal("diagonal", result.Candidates[1].Parameters["covariance"]);
    }

    [Fact]
    public async Task K_means_alone_makes_a_run()
    {
        var result = await RunAsync(s_recipe with { Clustering = [new KMeansOptions()] });

        Assert.All(result.Candidates, candidate => Assert.Equal(KMeansOptions.Name, candidate.Method));
        Assert.Equal(result.BestClusterCount, result.Clusters.Labels.Distinct().Count());
    }

    [Fact]
    public async Task A_toy_of_the_tests_makes_a_run_with_customers_in_no_group()
    {
        var result = await RunAsync(s_recipe with { Clustering = [new StripesOptions { LeftOut = 5 }], ModelSample = 2_000 }, methods: StripesOptions.AmongOthers);

        Assert.Equal(StripesOptions.Name, result.Candidates[0].Method);
        Assert.Equal("5", result.Candidates[0].Parameters["leftOut"]);
        Assert.Equal(5.0 / result.Features.Customers, result.Candidates[0].Find(ScoreNames.NoiseShare));
        Assert.Equal(5, result.SegmentOf.Count(segment => segment == Partition.Noise));
        Assert.Equal(result.Features.Customers - 5, result.Segments.Sum(segment => segment.Profile.Customers));
    }

    [Fact]
    public async Task A_method_that_cannot_place_new_customers_is_refused_before_the_long_work()
    {
        var stages = new List<SegmentationStage>();
        var recipe = s_recipe with { Clustering = [new KMeansOptions(), new StripesOptions()] };

        var refusal = await Assert.ThrowsAsync<NotSegmentableException>(() => RunAsync(recipe, methods: StripesOptions.AmongOthers, stages: stages));

        Assert.Equal(ProblemCode.MethodPlacesNone, refusal.Problem.Code);
        Assert.Contains("The method stripes cannot place customers", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("learns from 1,000", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(SegmentationStage.Forest, stages);
    }

    [Fact]
    public async Task A_method_that_is_not_in_the_catalogue_is_refused()
        => Assert.Contains("no method 'stripes'", (await Assert.ThrowsAsync<ArgumentException>(() => RunAsync(s_recipe with { Clustering = [new StripesOptions()] }))).Message, StringComparison.Ordinal);

    private async Task<SegmentationResult> RunAsync(Recipe recipe, int threads = 2, MethodCatalog? methods = null, List<SegmentationStage>? stages = null)
    {
        using var session = _ledger.Open(threads);
        return await SegmentationPipeline.RunAsync(session, recipe, threads, stages is null ? null : new Stages(stages), CancellationToken.None, methods);
    }

    private sealed class Stages(List<SegmentationStage> stages) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => stages.Add(value.Stage);
    }
}
