using Insiders.Core.Demo;
using Insiders.Core.Import;
using Insiders.Core.Learning.Embeddings;
using Insiders.Core.Learning.Forests;
using Insiders.Core.Learning.Sweep;
using Insiders.Core.Ledger;
using Insiders.Core.Pipeline;
using Insiders.Core.Segments.Stages;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Xunit.Abstractions;

namespace Insiders.Tests.Core.Segments;

/// <summary>Whole runs over shops of every kind: what is said of segments is true of them.</summary>
public sealed class ClaimsOfShopsTests(ITestOutputHelper output)
{
    public static TheoryData<string> Shops => [.. InventedShops.All.Keys];

    // Not the study's recipe: names have to be true of the members, too.
    private static Recipe Recipe => Recipe.Study with { Sweep = new SweepOptions { Minimum = 3, Maximum = 8 }, Embedding = [new ForestOptions { Trees = 60 }, new UmapOptions()] };

    [Theory, MemberData(nameof(Shops))]
    public async Task Every_name_sentence_and_plan_is_true_of_seven_in_ten_members(string shop)
    {
        using var session = TestLedger.Of(InventedShops.All[shop]);
        var result = await SegmentationPipeline.RunAsync(session, Recipe, 2, null, CancellationToken.None);

        Check(result, session, isStudy: false);
    }

    [Fact]
    public async Task So_it_is_in_the_generated_shop()
    {
        using var folder = new TempFolder();
        var file = folder.Combine("demo.csv");
        await using (var writer = new StreamWriter(file))
        {
            GeneratedShop.Write(writer, new ShopOptions { AsOf = new DateOnly(2017, 12, 7), Customers = 1_000 }, CancellationToken.None);
        }

        var ledger = new SalesLedger(folder.Combine("ledger"));
        await ledger.ImportAsync(file, ImportOptions.Default, DateTimeOffset.UnixEpoch, null, CancellationToken.None);
        using var session = ledger.Open(2);
        var result = await SegmentationPipeline.RunAsync(session, Recipe, 2, null, CancellationToken.None);

        Check(result, session, isStudy: false);
    }

    private void Check(SegmentationResult result, LedgerSession session, bool isStudy)
    {
        var said = SegmentClaims.Of(result, session);
        foreach (var claim in said)
        {
            output.WriteLine($"{claim.Segment}: {claim.What} says they {claim.Claim.Text.English}: {claim.Holds} of {claim.Members}");
        }

        Assert.Empty(SegmentClaims.Untrue(said, isStudy));
        Assert.All(result.Segments, segment => Assert.Contains(said, claim => claim.Segment == segment.Name.English && claim.What == "plan"));

        // One claim turned round does not pass.
        var turned = said[^1] with { Holds = said[^1].Members - said[^1].Holds };
        Assert.Single(SegmentClaims.Untrue([.. said[..^1], turned], isStudy));
        Assert.All(result.Segments, segment => Assert.Equal(segment.Profile.Customers, Enum.GetValues<CustomerStage>().Sum(segment.Members!.Of)));
    }
}
