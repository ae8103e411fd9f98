using Insiders.Core.Demo;
using Insiders.Core.Import;
using Insiders.Core.Learning.Scoring;
using Insiders.Core.Learning.Sweep;
using Insiders.Core.Ledger;
using Insiders.Core.Pipeline;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Pipeline;

/// <summary>The shop preset on the study's file and on the generated shop. Five seeds of both are the benchmark <c>presets</c>.</summary>
public sealed class ShopPresetTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [RealFileFact]
    public async Task The_study_s_file_has_five_to_eleven_groups_that_are_found_again_and_nobody_is_left_out_by_number()
    {
        var result = await RunAsync(SharedData.Ecommerce, seed: 1);

        Assert.InRange(result.Segments.Length, 5, 11);
        Assert.Equal(["avg_recency", "qtty_items", "qtty_returns"], result.OmittedFeatures.Select(feature => feature.Name).Order());
        Assert.Contains("15098", result.Features.CustomerIds); // one of the study's four: bought 121, returned 60
        Assert.True(result.Candidates.Single(candidate => candidate.IsWinner).Stability >= 0.8);
    }

    [Fact]
    public async Task Two_seeds_find_the_same_groups_in_the_generated_shop()
    {
        var file = _folder.Combine("shop.csv");
        await using (var writer = new StreamWriter(file))
        {
            GeneratedShop.Write(writer, new ShopOptions { AsOf = new DateOnly(2026, 11, 30) }, CancellationToken.None);
        }

        var (one, other) = (await RunAsync(file, seed: 1), await RunAsync(file, seed: 2));

        Assert.InRange(one.Segments.Length, 5, 11);
        Assert.InRange(PartitionAgreement.AdjustedRand(one.Clusters, other.Clusters), 0.9, 1);
        Assert.All(one.Candidates, candidate => Assert.True(candidate.Stability is null or >= 0 and <= 1));
        Assert.Null(SweepEdge.Find(one.Candidates, one.BestClusterCount, one.Features.Customers));
    }

    // Runs, and checks what is said of the members in another way.
    private async Task<SegmentationResult> RunAsync(string file, ulong seed)
    {
        var ledger = new SalesLedger(_folder.Combine($"ledger-{seed}"));
        await ledger.ImportAsync(file, ImportOptions.Default, DateTimeOffset.UnixEpoch, null, CancellationToken.None);
        using var session = ledger.Open(2);
        var result = await SegmentationPipeline.RunAsync(session, Recipe.Shop with { Seed = seed }, 2, null, CancellationToken.None);
        Assert.Empty(SegmentClaims.Untrue(SegmentClaims.Of(result, session), isStudy: false));
        Assert.DoesNotContain(result.Segments, segment => segment.Profile.Customers == 1);
        return result;
    }
}
