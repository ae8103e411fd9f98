using System.Net;
using Insiders.Core.Application.Access;
using Insiders.Core.Application.Audit;
using Insiders.Tests.Fixtures;
using Insiders.Web.Account;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Insiders.Tests.Web.Account;

public sealed class PeopleDirectoryTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string Actor = SignedIn.AdminEmail;

    private PeopleDirectory People => site.Services.GetRequiredService<PeopleDirectory>();

    [Fact]
    public async Task The_last_administrator_can_neither_be_demoted_nor_locked()
    {
        var admin = await site.PersonAsync(Roles.Admin);

        await Assert.ThrowsAsync<AccountException>(() => People.ChangeRoleAsync(admin.Id, Roles.Viewer, Actor, CancellationToken.None));
        await Assert.ThrowsAsync<AccountException>(() => People.LockAsync(admin.Id, Actor, CancellationToken.None));

        Assert.Equal((Roles.Admin, PersonState.Active), await StateAsync(admin.Id));
    }

    [Fact]
    public async Task An_invited_administrator_who_never_came_does_not_count_as_another_one()
    {
        await People.InviteAsync("Bia", "bia@shop.example", Roles.Admin, Actor, CancellationToken.None);
        var admin = await site.PersonAsync(Roles.Admin);

        await Assert.ThrowsAsync<AccountException>(() => People.LockAsync(admin.Id, Actor, CancellationToken.None));
    }

    [Fact]
    public async Task An_invitation_works_once()
    {
        var (id, token) = Parts(await People.InviteAsync("Caio", "caio@shop.example", Roles.Analyst, Actor, CancellationToken.None));
        Assert.NotNull(await People.FindInvitedAsync(id, token));

        await People.AcceptAsync(id, token, SignedIn.Password, CancellationToken.None);

        Assert.Null(await People.FindInvitedAsync(id, token));
        await Assert.ThrowsAsync<AccountException>(() => People.AcceptAsync(id, token, "another password of mine", CancellationToken.None));
        Assert.Equal((Roles.Analyst, PersonState.Active), await StateAsync(id));
    }

    [Fact]
    public async Task A_reset_signs_out_at_once_and_ends_earlier_links()
    {
        var (id, first) = Parts(await People.InviteAsync("Davi", "davi@shop.example", Roles.Viewer, Actor, CancellationToken.None));

        var (_, second) = Parts(await People.ResetAsync(id, Actor, CancellationToken.None));

        Assert.Null(await People.FindInvitedAsync(id, first));
        Assert.NotNull(await People.FindInvitedAsync(id, second));
    }

    [Fact]
    public async Task Weak_passwords_and_taken_addresses_are_refused_with_a_sentence()
    {
        var (id, token) = Parts(await People.InviteAsync("Eva", "eva@shop.example", Roles.Viewer, Actor, CancellationToken.None));

        var weak = await Assert.ThrowsAsync<AccountException>(() => People.AcceptAsync(id, token, "short", CancellationToken.None));
        var taken = await Assert.ThrowsAsync<AccountException>(() => People.InviteAsync("Eva", "eva@shop.example", Roles.Viewer, Actor, CancellationToken.None));

        Assert.Contains("10", weak.Message, StringComparison.Ordinal);
        Assert.Contains("eva@shop.example", taken.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lock")]
    [InlineData("role")]
    [InlineData("password")]
    public async Task A_changed_account_is_signed_out_with_its_next_request(string change)
    {
        var person = await site.PersonAsync(Roles.Analyst);
        using var client = await site.ClientAsync(Roles.Analyst);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/")).StatusCode);

        await (change switch
        {
            "lock" => People.LockAsync(person.Id, Actor, CancellationToken.None),
            "role" => People.ChangeRoleAsync(person.Id, Roles.Viewer, Actor, CancellationToken.None),
            _ => People.ChangePasswordAsync(person.Id, SignedIn.Password, SignedIn.Password, CancellationToken.None),
        });

        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/")).StatusCode);
        await People.UnlockAsync(person.Id, Actor, CancellationToken.None);
        await People.ChangeRoleAsync(person.Id, Roles.Analyst, Actor, CancellationToken.None);
    }

    [Fact]
    public async Task Every_change_is_in_the_audit_log_and_no_secret_is()
    {
        var (id, token) = Parts(await People.InviteAsync("Gil", "gil@shop.example", Roles.Viewer, Actor, CancellationToken.None));
        await People.AcceptAsync(id, token, SignedIn.Password, CancellationToken.None);
        await People.ChangeRoleAsync(id, Roles.Analyst, Actor, CancellationToken.None);
        await People.LockAsync(id, Actor, CancellationToken.None);
        await People.UnlockAsync(id, Actor, CancellationToken.None);
        await People.ResetAsync(id, Actor, CancellationToken.None);

        var (entries, _) = await site.Services.GetRequiredService<IAuditLog>().ListAsync(0, 100, CancellationToken.None);

        var mine = entries.Where(entry => entry.Subject == "gil@shop.example").Reverse().ToArray();
        Assert.Equal(["person.invited", "person.password", "person.role", "person.locked", "person.unlocked", "person.reset"], mine.Select(entry => entry.Action));
        Assert.DoesNotContain(mine, entry => entry.ToString().Contains(token, StringComparison.Ordinal) || entry.ToString().Contains(SignedIn.Password, StringComparison.Ordinal));
    }

    private static (string Id, string Token) Parts(string link)
    {
        var query = QueryHelpers.ParseQuery(link[link.IndexOf('?', StringComparison.Ordinal)..]);
        return (query["person"]!, query["token"]!);
    }

    private async Task<(string Role, PersonState State)> StateAsync(string id)
    {
        var person = await People.FindAsync(id, CancellationToken.None);
        return (person!.Role, person.State);
    }
}
