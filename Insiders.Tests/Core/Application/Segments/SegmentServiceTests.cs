using System.Net;
using Insiders.Core.Application.Access;
using Insiders.Core.Application.Audit;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Application.Runs;
using Insiders.Core.Application.Segments;
using Insiders.Core.Problems;
using Insiders.Core.Segments.Edits;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Web.Account;
using Microsoft.Extensions.DependencyInjection;

namespace Insiders.Tests.Core.Application.Segments;

public sealed class SegmentServiceTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task A_viewer_may_not_edit_wherever_the_call_comes_from()
    {
        Assert.Equal(ProblemCode.AccessDenied, (await MakeAsync(Roles.Viewer, new SegmentChange.Rename(1, "Mine", "Meu")))!.Code);

        Assert.DoesNotContain(await ListAsync(), edit => edit.English == "Mine");
    }

    [Fact]
    public async Task An_analyst_s_edit_holds_at_once_and_is_in_the_audit()
    {
        var (_, second) = await TwoAsync();

        await MakeAsync(Roles.Analyst, new SegmentChange.Rename(second, "  Regulars ", ""));

        var segment = (await Store.FindPublishedAsync(None))!.Segments.Single(one => one.SegmentId == second);
        Assert.Equal(("Regulars", "Regulars"), (segment.Segment.Name.English, segment.Segment.Name.Portuguese));
        var known = await site.Services.GetRequiredService<PublishedRunCache>().FindAsync(None);
        Assert.Equal("Regulars", known!.Customers.FindSegment(second)!.Segment.Name.English);
        var (entries, _) = await site.Services.GetRequiredService<IAuditLog>().ListAsync(0, 50, None);
        Assert.Contains(entries, entry => entry is { Action: "segment.renamed", Detail: "Regulars" } && entry.Actor.Contains("analyst", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Names_that_help_nobody_are_refused_with_a_sentence()
    {
        var (first, second) = await TwoAsync();
        var taken = (await Store.FindPublishedAsync(None))!.Segments.Single(one => one.SegmentId == first).Segment.Name.English;

        foreach (var name in new[] { "", "   ", new string('x', 300), "two\nlines", taken.ToUpperInvariant() })
        {
            Assert.NotEmpty((await MakeAsync(Roles.Analyst, new SegmentChange.Rename(second, name, "")))!.Sentence);
        }

        Assert.Equal(ProblemCode.SegmentColourUnknown, (await MakeAsync(Roles.Analyst, new SegmentChange.Recolour(second, "url(x)")))!.Code);
        Assert.Equal(ProblemCode.SegmentNothingToMerge, (await MakeAsync(Roles.Analyst, new SegmentChange.Merge(second, [second])))!.Code);
        Assert.Equal(ProblemCode.SegmentGone, (await MakeAsync(Roles.Analyst, new SegmentChange.Rename(9_999, "Nobody", "Ninguém")))!.Code);
    }

    [Fact]
    public async Task A_second_undo_says_who_was_faster()
    {
        var (first, _) = await TwoAsync();
        await MakeAsync(Roles.Analyst, new SegmentChange.SetLever(first, "Call them", "Ligue"));
        var edit = (await ListAsync())[0];
        await MakeAsync(Roles.Admin, new SegmentChange.Undo(edit.Id));

        var refused = (await MakeAsync(Roles.Analyst, new SegmentChange.Undo(edit.Id)))!;

        Assert.Contains(SignedIn.AdminEmail, refused.Sentence, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_undo_that_would_bring_back_a_taken_name_says_who_has_it_and_what_to_do()
    {
        var (first, second) = await TwoAsync();
        var own = (await Store.FindPublishedAsync(None))!.Segments.Single(one => one.SegmentId == first).Segment.Name.English;
        await MakeAsync(Roles.Analyst, new SegmentChange.Rename(first, "Sooner", ""));
        var renamed = (await ListAsync())[0];
        await MakeAsync(Roles.Analyst, new SegmentChange.Rename(second, $" {own.ToUpperInvariant()} ", "Depois"));

        var refused = (await MakeAsync(Roles.Analyst, new SegmentChange.Undo(renamed.Id)))!;

        Assert.Equal($"This would bring back a name that another segment has now: {own.ToUpperInvariant()} / Depois. Give that segment another name first, then try again.", refused.Sentence);
        await MakeAsync(Roles.Analyst, new SegmentChange.Rename(second, "Later", ""));
        await MakeAsync(Roles.Analyst, new SegmentChange.Undo(renamed.Id));
    }

    [Fact]
    public async Task The_list_of_edits_and_its_file_name_a_segment_that_was_merged_away()
    {
        var (first, second) = await TwoAsync();
        await MakeAsync(Roles.Analyst, new SegmentChange.Rename(second, "Taken in", "Taken in"));
        await MakeAsync(Roles.Analyst, new SegmentChange.Merge(first, [second]));
        var merge = (await ListAsync())[0];
        var client = await site.ClientAsync(Roles.Analyst);

        foreach (var address in new[] { "/segments?view=edits", $"/segments/{first}?tab=edit", "/export/segment-edits.csv" })
        {
            var text = WebUtility.HtmlDecode(await client.GetStringAsync(address));

            Assert.Contains("Merged with Taken in", text, StringComparison.Ordinal);
            Assert.DoesNotContain($"segment {second}", text, StringComparison.Ordinal);
        }

        await MakeAsync(Roles.Analyst, new SegmentChange.Undo(merge.Id));
    }

    private RunStore Store => (RunStore)site.Services.GetRequiredService<IRunStore>();

    private async Task<(long First, long Second)> TwoAsync()
    {
        var segments = (await Store.FindPublishedAsync(None))!.Segments;
        return (segments[0].SegmentId, segments[1].SegmentId);
    }

    private async Task<IReadOnlyList<SegmentEdit>> ListAsync() => await site.Services.GetRequiredService<ISegmentEditStore>().ListAsync(None);

    private async Task<Problem?> MakeAsync(string role, SegmentChange change)
    {
        var person = await site.PersonAsync(role);
        var actor = new Actor(person.Id, person.Email!, Enum.Parse<Role>(role));
        return (await site.Services.GetRequiredService<SegmentService>().ChangeAsync(actor, change, None)).Problem;
    }
}
