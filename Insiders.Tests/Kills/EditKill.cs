using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Microsoft.Playwright;

namespace Insiders.Tests.Kills;

/// <summary>The click that renames a segment, or merges two.</summary>
/// <param name="site">Its data folder.</param>
/// <param name="isMerge">True for a merge.</param>
public sealed class EditKill(KilledSite site, bool isMerge) : KillScenario(site)
{
    private SegmentEditStore _edits = null!;
    private IElementHandle _save = null!;

    private string Action => isMerge ? "segment.merged" : "segment.renamed";

    /// <inheritdoc/>
    public override async Task BeginAsync()
    {
        _edits = new SegmentEditStore(Site.Folder.Database);
        var segments = (await Site.Store.FindPublishedAsync(CancellationToken.None))!.Segments;
        await Site.StartAsync();
        var page = await Site.OpenAsync($"segments/{segments[0].SegmentId}?tab=edit");
        if (isMerge)
        {
            await page.GetByTestId($"merge-{segments[1].SegmentId}").CheckAsync();
            await Assertions.Expect(page.GetByTestId("do-merge")).ToBeEnabledAsync();
        }
        else
        {
            await page.GetByTestId("name-en").FillAsync("Friends of the house");
            await page.GetByTestId("name-pt").FillAsync("Amigos da casa");

            // Typed text is sent when its field loses focus.
            await page.GetByTestId("save-name").FocusAsync();
        }

        _save = await page.GetByTestId(isMerge ? "do-merge" : "save-name").ElementHandleAsync();
    }

    /// <inheritdoc/>
    public override async Task WorkAsync(CancellationToken killed)
    {
        await _save.EvaluateAsync("button => button.click()");
        await Until.TrueAsync(async () => !(await _edits.ListAsync(killed)).IsEmpty && (await Site.AuditedAsync(Action)).Count > 0, "The edit is kept, and the audit has it.", killed);
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> FindFaultsAsync(bool wasDone)
        => ((await _edits.ListAsync(CancellationToken.None)).Length, (await Site.AuditedAsync(Action)).Count, wasDone) switch
        {
            (1, 1, _) or (0, 0, false) => [],
            var (kept, audited, _) => [$"{kept} edits, {audited} in the audit, was done: {wasDone}"],
        };
}
