using System.Globalization;
using Insiders.Tests.Fixtures;
using Microsoft.Playwright;

namespace Insiders.Tests.Kills;

/// <summary>The click that publishes a run.</summary>
/// <param name="site">Its data folder.</param>
public sealed class PublishKill(KilledSite site) : KillScenario(site)
{
    private const string Action = "run.published";

    private IElementHandle _confirm = null!;

    /// <inheritdoc/>
    public override async Task BeginAsync()
    {
        await Site.StartAsync();
        var page = await Site.OpenAsync($"runs/{Site.Template.Unpublished}");
        await page.GetByTestId("publish").ClickAsync();
        await Assertions.Expect(page.GetByTestId("publish-confirm")).ToBeEnabledAsync();
        _confirm = await page.GetByTestId("publish-confirm").ElementHandleAsync();
    }

    /// <inheritdoc/>
    public override async Task WorkAsync(CancellationToken killed)
    {
        await _confirm.EvaluateAsync("button => button.click()");
        await Until.TrueAsync(async () => await IsPublishedAsync() && await IsAuditedAsync(), "The run is published, and the audit has it.", killed);
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> FindFaultsAsync(bool wasDone)
        => (await IsPublishedAsync(), await IsAuditedAsync(), wasDone) switch
        {
            (true, true, _) or (false, false, false) => [],
            var (isPublished, isAudited, _) => [$"published: {isPublished}, in the audit: {isAudited}, was done: {wasDone}"],
        };

    private async Task<bool> IsPublishedAsync() => (await Site.Store.FindPublishedAsync(CancellationToken.None))!.Run.Id == Site.Template.Unpublished;

    private async Task<bool> IsAuditedAsync() => (await Site.AuditedAsync(Action)).Any(entry => entry.Subject == Site.Template.Unpublished.ToString(CultureInfo.InvariantCulture));
}
