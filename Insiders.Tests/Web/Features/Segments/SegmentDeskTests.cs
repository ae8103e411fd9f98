using System.Net;
using System.Security.Claims;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Web.Account;
using Insiders.Web.Features.Segments;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Insiders.Tests.Web.Features.Segments;

public sealed class SegmentDeskTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task A_viewer_may_not_edit_wherever_the_call_comes_from()
    {
        await Assert.ThrowsAsync<SegmentChangeException>(() => MakeAsync(Roles.Viewer, new SegmentChange.Rename(1, "Mine", "Meu")));

        Assert.DoesNotContain(await ListAsync(), edit => edit.English == "Mine");
    }

    [Fact]
    public async Task An_analyst_s_edit_holds_at_once_and_is_in_the_audit()
    {
        var (_, second) = await TwoAsync();

        await MakeAsync(Roles.Analyst, new SegmentChange.Rename(second, "  Regulars ", ""));

        var segment = (await Store.FindPublishedAsync(None))!.Segments.Single(one => one.SegmentId == second);
        Assert.Equal(("Regulars", "Regulars"), (segment.Segment.Name.English, segment.Segment.Name.Portuguese));
        var known = await site.Services.GetRequiredService<Insiders.Web.PublishedRuns.BaseDesk>().FindAsync(None);
        Assert.Equal("Regulars", known!.Customers.FindSegment(second)!.Segment.Name.English);
        var (entries, _) = await site.Services.GetRequiredService<AuditLog>().ListAsync(0, 50, None);
        Assert.Contains(entries, entry => entry is { Action: "segment.renamed", Detail: "Regulars" } && entry.Actor.Contains("analyst", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Names_that_help_nobody_are_refused_with_a_sentence()
    {
        var (first, second) = await TwoAsync();
        var taken = (await Store.FindPublishedAsync(None))!.Segments.Single(one => one.SegmentId == first).Segment.Name.English;

        foreach (var name in new[] { "", "   ", new string('x', 300), "two\nlines", taken.ToUpperInvariant() })
        {
            Assert.NotEmpty((await Assert.ThrowsAsync<SegmentChangeException>(() => MakeAsync(Roles.Analyst, new SegmentChange.Rename(second, name, "")))).Message);
        }

        await Assert.ThrowsAsync<SegmentChangeException>(() => MakeAsync(Roles.Analyst, new SegmentChange.Recolour(second, "url(x)")));
        await Assert.ThrowsAsync<SegmentChangeException>(() => MakeAsync(Roles.Analyst, new SegmentChange.Merge(second, [second])));
        await Assert.ThrowsAsync<SegmentChangeException>(() => MakeAsync(Roles.Analyst, new SegmentChange.Rename(9_999, "Nobody", "Ninguém")));
    }

    [Fact]
    public async Task A_second_undo_says_who_was_faster()
    {
        var (first, _) = await TwoAsync();
        await MakeAsync(Roles.Analyst, new SegmentChange.SetLever(first, "Call them", "Ligue"));
        var edit = (await ListAsync())[0];
        await MakeAsync(Roles.Admin, new SegmentChange.Undo(edit.Id));

        var refused = await Assert.ThrowsAsync<SegmentChangeException>(() => MakeAsync(Roles.Analyst, new SegmentChange.Undo(edit.Id)));

        Assert.Contains(SignedIn.AdminEmail, refused.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_undo_that_would_bring_back_a_taken_name_says_who_has_it_and_what_to_do()
    {
        var (first, second) = await TwoAsync();
        var own = (await Store.FindPublishedAsync(None))!.Segments.Single(one => one.SegmentId == first).Segment.Name.English;
        await MakeAsync(Roles.Analyst, new SegmentChange.Rename(first, "Sooner", ""));
        var renamed = (await ListAsync())[0];
        await MakeAsync(Roles.Analyst, new SegmentChange.Rename(second, $" {own.ToUpperInvariant()} ", "Depois"));

        var refused = await Assert.ThrowsAsync<SegmentChangeException>(() => MakeAsync(Roles.Analyst, new SegmentChange.Undo(renamed.Id)));

        Assert.Equal($"This would bring back a name that another segment has now: {own.ToUpperInvariant()} / Depois. Give that segment another name first, then try again.", refused.Message);
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

    private RunStore Store => site.Services.GetRequiredService<RunStore>();

    private async Task<(long First, long Second)> TwoAsync()
    {
        var segments = (await Store.FindPublishedAsync(None))!.Segments;
        return (segments[0].SegmentId, segments[1].SegmentId);
    }

    private async Task<IReadOnlyList<SegmentEdit>> ListAsync() => await site.Services.GetRequiredService<SegmentEditStore>().ListAsync(None);

    private async Task MakeAsync(string role, SegmentChange change)
    {
        var person = await site.PersonAsync(role);
        await using var scope = site.Services.CreateAsyncScope();
        ClaimsPrincipal principal = await scope.ServiceProvider.GetRequiredService<SignInManager<Person>>().CreateUserPrincipalAsync(person);
        principal.Identities.First().AddClaim(Sessions.Begin());
        await scope.ServiceProvider.GetRequiredService<SegmentDesk>().MakeAsync(principal, change, None);
    }
}
