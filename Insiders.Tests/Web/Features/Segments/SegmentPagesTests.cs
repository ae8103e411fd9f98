using System.Security.Claims;
using Bunit;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Application.Settings;
using Insiders.Core.Ledger;
using Insiders.Core.Segments;
using Insiders.Core.Storage;
using Insiders.Core.Storage.Files;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Features.Segments;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Insiders.Tests.Web.Features.Segments;

public sealed class SegmentPagesTests : UiTest
{
    private readonly TempFolder _data = new();
    private readonly TaskCompletionSource<AuthenticationState> _person = new();
    private RunStore _store = null!;

    public override async Task InitializeAsync()
    {
        _store = new RunStore(_data.Combine("insiders.db"));
        Services.AddSingleton(new SegmentLoader(new PublishedRunCache(_store, new SalesLedger(_data.Combine("ledger")), new RunSalesFolder(_data.Combine("sales")), new SettingsService(new SettingsStore(_data.Combine("insiders.db")), Actors.Access, TimeProvider.System), NullLogger<PublishedRunCache>.Instance)));
        await base.InitializeAsync();
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        _store.ReleaseFile();
        _data.Dispose();
    }

    [Fact]
    public async Task The_comparison_is_loading_then_says_what_to_do_while_nothing_is_published()
    {
        await _store.MigrateAsync(CancellationToken.None);
        var page = Render<SegmentsPage>(parameters => parameters.AddCascadingValue(_person.Task));
        Assert.NotNull(page.Find("[data-testid=loading]"));

        Arrive();

        page.WaitForAssertion(() => Assert.Contains("No run has been published yet", page.Find("[data-testid=notice]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void A_database_that_cannot_be_read_is_a_failure_with_a_next_step()
    {
        Arrive();

        var page = Render<SegmentsPage>(parameters => parameters.AddCascadingValue(_person.Task));

        page.WaitForAssertion(() => Assert.Contains("Reload the page", page.Find("[data-testid=failed]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_comparison_has_a_column_per_segment_and_one_for_everybody()
    {
        var segments = await PublishAsync();

        var page = Render<SegmentsPage>(parameters => parameters.AddCascadingValue(_person.Task));

        page.WaitForAssertion(() => Assert.Equal(segments.Length + 2, page.FindAll("[data-testid=compare-table] thead th").Count));
        var customers = page.FindAll("[data-testid=compare-table] tbody tr")[0].QuerySelectorAll("td").Select(cell => cell.TextContent.Trim());
        Assert.Equal(["60", .. segments.Select(segment => $"{segment.Segment.Profile.Customers}")], customers);
        Assert.Empty(page.FindAll("[data-testid=tab-edits]"));
    }

    [Fact]
    public async Task A_segment_says_what_sets_it_apart_and_what_to_do()
    {
        var segments = await PublishAsync();

        var page = Render<SegmentPage>(parameters => parameters.AddCascadingValue(_person.Task).Add(one => one.Id, segments[0].SegmentId));

        page.WaitForAssertion(() => Assert.InRange(page.FindAll("[data-testid=differences] li").Count, 1, 6));
        Assert.Equal(segments[0].Segment.Name.English, page.Find("[data-testid=segment-name]").TextContent);
        Assert.NotEmpty(page.Find("[data-testid=lever]").TextContent);
        Assert.Equal(4, page.FindAll("[data-testid=plan] li").Count);
        Assert.Empty(page.FindAll("[data-testid=tab-edit]"));
    }

    [Fact]
    public async Task A_segment_that_the_published_run_does_not_have_leads_back_to_all()
    {
        await PublishAsync();

        var page = Render<SegmentPage>(parameters => parameters.AddCascadingValue(_person.Task).Add(one => one.Id, 99_999));

        page.WaitForAssertion(() => Assert.Equal("/segments", page.Find("[data-testid=notice] a").GetAttribute("href")));
    }

    [Fact]
    public async Task The_grid_holds_every_customer_once()
    {
        await PublishAsync();

        var page = Render<RfmPage>();

        page.WaitForAssertion(() => Assert.Equal(25, page.FindAll("[data-testid^=cell-]").Count));
        Assert.Equal(60, page.FindAll("[data-testid^=cell-] a").Sum(link => int.Parse(link.TextContent, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(11, page.FindAll("[data-testid^=region-]").Count);
        Assert.Contains("60", page.Find("[data-testid=rfm-total]").TextContent, StringComparison.Ordinal);
    }

    private void Arrive() => _person.SetResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity("test"))));

    private async Task<RunSegment[]> PublishAsync()
    {
        Arrive();
        await _store.MigrateAsync(CancellationToken.None);
        await _store.PublishAsync(await _store.SaveAsync(SampleResults.Of(60)), "ana", SavedRuns.Noon, CancellationToken.None);
        return [.. (await _store.FindPublishedAsync(CancellationToken.None))!.Segments];
    }
}
