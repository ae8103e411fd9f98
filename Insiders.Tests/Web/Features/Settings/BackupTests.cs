using System.Net;
using System.Text;
using Insiders.Tests.Fixtures;
using Insiders.Web.Account;
using Insiders.Web.Features.Settings;

namespace Insiders.Tests.Web.Features.Settings;

public sealed class BackupTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task An_administrator_gets_the_database_as_a_file_and_it_holds_the_runs()
    {
        using var client = await site.ClientAsync(Roles.Admin);

        var bytes = await client.GetByteArrayAsync(BackupEndpoints.Download);

        Assert.Equal("SQLite format 3", Encoding.ASCII.GetString(bytes, 0, 15));
        using var folder = new TempFolder();
        await File.WriteAllBytesAsync(folder.Combine("copy.db"), bytes);
        var store = new Insiders.Core.Storage.RunStore(folder.Combine("copy.db"));
        Assert.NotNull(await store.FindPublishedAsync(CancellationToken.None));
        store.ReleaseFile();
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
