using Bunit;
using Insiders.Core.Application.Runs;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Features.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace Insiders.Tests.Web.Features.Settings;

public sealed class RetentionCardTests : UiTest
{
    private TempDatabase _database = null!;

    public override async Task InitializeAsync()
    {
        _database = await TempDatabase.CreateAsync();
        for (var i = 0; i < 4; i++)
        {
            await _database.Store.SaveAsync(SampleResults.Of(60));
        }

        await _database.Store.PublishAsync(4, "ana", SavedRuns.Noon, CancellationToken.None);
        Services.AddSingleton<IRunStore>(_database.Store);
        Services.AddSingleton(_database.Settings);
        Services.AddSingleton(new RunRetentionService(_database.Store, _database.Settings, Actors.Access, TimeProvider.System));
        await base.InitializeAsync();
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task It_is_off_says_what_it_would_free_and_asks_before_it_removes()
    {
        var card = Render<RetentionCard>();
        card.WaitForAssertion(() => Assert.True(card.Find("[data-testid=retention-all]").HasAttribute("checked")));

        await card.Find("[data-testid=retention-some]").ChangeAsync(new());
        Assert.Equal("Nothing would be removed now.", card.Find("[data-testid=retention-frees]").TextContent);
        await card.Find("[data-testid=retention-kept]").InputAsync(new() { Value = "2" });

        // Runs 3 and 4 are the newest; 1 and 2 go.
        Assert.StartsWith("This removes the figures of 2 runs and frees about ", card.Find("[data-testid=retention-frees]").TextContent, StringComparison.Ordinal);
        Assert.True(card.Find("[data-testid=save-retention]").HasAttribute("disabled"));
        Assert.DoesNotContain(await _database.Store.ListRunsAsync(CancellationToken.None), run => run.CustomersRemovedAt is not null);

        await card.Find("[data-testid=retention-confirm]").ChangeAsync(new() { Value = true });
        await card.Find("[data-testid=save-retention]").ClickAsync(new());

        card.WaitForAssertion(() => Assert.Contains("Figures removed from 2 runs", card.Markup, StringComparison.Ordinal));
        Assert.Equal([2, 1], (await _database.Store.ListRunsAsync(CancellationToken.None)).Where(run => run.CustomersRemovedAt is not null).Select(run => run.Id));
        Assert.Equal("Nothing would be removed now.", card.Find("[data-testid=retention-frees]").TextContent);
        Assert.Equal(2, (await _database.Settings.ReadRetentionAsync(CancellationToken.None)).RunsKept);
    }
}
