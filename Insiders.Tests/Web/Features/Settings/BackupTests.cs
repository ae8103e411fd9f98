using System.Net;
using System.Text.RegularExpressions;
using Insiders.Core.Storage.Backups;
using Insiders.Tests.Fixtures;
using Insiders.Web.Account;
using Insiders.Web.Features.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace Insiders.Tests.Web.Features.Settings;

public sealed class BackupTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task An_administrator_gets_everything_as_one_file_and_nothing_of_it_stays()
    {
        using var client = await site.ClientAsync(Roles.Admin);
        using var folder = new TempFolder();

        await File.WriteAllBytesAsync(folder.Combine("backup.zip"), await client.GetByteArrayAsync(BackupEndpoints.Download));

        var manifest = await BackupArchive.VerifyAsync(folder.Combine("backup.zip"), CancellationToken.None);
        Assert.Equal(1, manifest.Counts.Runs);
        Assert.Contains(manifest.Files, file => file.Path.StartsWith("keys/", StringComparison.Ordinal));
        Assert.Empty(Directory.GetFiles(Path.Combine(site.DataFolder, "spill")));
    }

    [Theory]
    [InlineData(Roles.Viewer)]
    [InlineData(Roles.Analyst)]
    public async Task Nobody_else_gets_it_or_gives_one_back_or_sees_the_settings(string role)
    {
        using var client = await site.ClientAsync(role);

        foreach (var address in SettingsCards.All.Select(card => card.Address).Append(BackupEndpoints.Download))
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(address)).StatusCode);
        }

        using var nothing = new MultipartFormDataContent();
        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsync(BackupEndpoints.Restore, nothing)).StatusCode);
    }

    [Fact]
    public async Task An_administrator_gives_a_backup_back_and_what_came_after_it_is_gone()
    {
        await using var own = new SiteFactory();
        await own.InitializeAsync();
        using var client = await own.ClientAsync(Roles.Admin);
        var backup = await client.GetByteArrayAsync(BackupEndpoints.Download);
        var people = own.Services.GetRequiredService<PeopleDirectory>();
        await people.InviteAsync("Eve", "eve@shop.example", Roles.Viewer, "ana", CancellationToken.None);
        using var page = await client.GetAsync("/settings/backup");
        var token = Regex.Match(await page.Content.ReadAsStringAsync(), "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent("true"), "understood" }, { new ByteArrayContent(backup), "file", "x.zip" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, BackupEndpoints.Restore) { Content = form };
        request.Headers.Add("Cookie", client.DefaultRequestHeaders.GetValues("Cookie").Single() + "; " + page.Headers.GetValues("Set-Cookie").Single(cookie => cookie.Contains("Antiforgery", StringComparison.Ordinal)).Split(';')[0]);

        var answer = await client.SendAsync(request);

        Assert.Equal("/settings/backup?restore=done", answer.Headers.Location!.OriginalString);
        Assert.DoesNotContain(await people.ListAsync(CancellationToken.None), person => person.Email == "eve@shop.example");
        Assert.Single(Directory.GetFiles(Path.Combine(own.DataFolder, "backups")));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task A_foreign_page_cannot_restore_in_an_administrators_name()
    {
        using var client = await site.ClientAsync(Roles.Admin);
        using var form = new MultipartFormDataContent { { new StringContent("true"), "understood" }, { new ByteArrayContent([1, 2, 3]), "file", "x.db" } };

        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync(BackupEndpoints.Restore, form)).StatusCode);
    }

    [Fact]
    public async Task Every_page_of_the_settings_answers_an_administrator()
    {
        using var client = await site.ClientAsync(Roles.Admin);

        foreach (var card in SettingsCards.All)
        {
            Assert.Contains($"<title>{card.Title()} – Insiders</title>", await client.GetStringAsync(card.Address), StringComparison.Ordinal);
        }

        Assert.Contains("<title>New run – Insiders</title>", await client.GetStringAsync("/runs/new"), StringComparison.Ordinal);
    }
}
