using System.Net;
using Insiders.Core.Application.Access;
using Insiders.Core.Application.Audiences;
using Insiders.Core.Application.Imports;
using Insiders.Core.Application.Runs;
using Insiders.Core.Application.SavedViews;
using Insiders.Core.Application.Settings;
using Insiders.Core.Learning.Forests;
using Insiders.Core.Pipeline;
using Insiders.Tests.Fixtures;
using Insiders.Web.Account;
using Microsoft.Extensions.DependencyInjection;

namespace Insiders.Tests.Web.Hosting.Data;

/// <summary>
/// A data folder that version 0.1 wrote, before recipes were open and before audiences and saved views were tables: a published run of 60 invented
/// customers, people of every role, two edits, two audiences, two views and settings of every kind.
/// </summary>
public sealed class EarlierFolderTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly TempFolder _data = new();
    private SiteFactory _site = null!;

    private static CancellationToken None => CancellationToken.None;

    public Task InitializeAsync()
    {
        File.Copy(Path.Combine(SharedData.RepositoryRoot, "Insiders.Tests", "Fixtures", "Earlier", "insiders-0.1.db"), _data.Combine("insiders.db"));
        _site = new SiteFactory { Root = _data.Root };
        return Task.CompletedTask;
    }

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public async Task It_opens_with_runs_edits_audiences_views_people_and_settings_as_they_were()
    {
        using var client = await _site.ClientAsync(Roles.Admin);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/")).StatusCode);

        var published = (await Of<IRunStore>().FindPublishedAsync(None))!;
        Assert.Equal((1L, 60), (published.Run.Id, published.Run.Customers!.Value));
        Assert.Equal("Gold", published.Segments[0].Segment.Name.English);
        Assert.Equal("Ligue", published.Segments[1].Lever!.Portuguese);
        Assert.NotEmpty(await Of<IRunStore>().ListCandidatesAsync(1, None));

        var people = await Of<IPeople>().ListAsync(None);
        Assert.Equal(["Admin", "Analyst", "Viewer", "Viewer"], people.Select(person => person.Role).Order(StringComparer.Ordinal));
        var (analyst, viewer) = (ActorOf(people, "analyst@"), ActorOf(people, "viewer@"));

        var audiences = await Of<AudienceService>().ListAsync(viewer, None);
        Assert.Equal([("Mine alone", viewer.Id, 2, false), ("Island of gifts", analyst.Id, 3, true)], audiences.Select(audience => (audience.Name, audience.OwnerId, audience.Customers, audience.IsShared)));
        Assert.Equal(3, (await Of<IAudienceStore>().ReadMembersAsync(audiences[1].Id, None)).Length);
        Assert.Null((await Of<AudienceService>().RenameAsync(viewer, audiences[0].Id, "Still mine", None)).Problem);

        var views = await Of<SavedViewService>().ReadAsync(viewer, None);
        Assert.Equal(("Mine", "Ours", "view-ours"), (Assert.Single(views.Own).Name, Assert.Single(views.Shared).Name, views.Standard!.Id));
        Assert.Equal(';', (await Of<IImportChoiceStore>().FindAsync("abc", None))!.Separator);

        var settings = Of<SettingsService>();
        Assert.Equal(("Gifts & Co", "GBP"), (settings.General.Name, settings.General.Currency));
        Assert.Equal((ScheduleKind.Weekly, true), (await settings.ReadScheduleAsync(None)) is var schedule ? (schedule.Kind, schedule.Publish) : default);
        Assert.Equal((true, 3), (await settings.ReadBackupsAsync(None)) is var backups ? (backups.Daily, backups.Keep) : default);
        var recipe = await settings.ReadRecipeAsync(None);
        Assert.Equal((7UL, 120), (recipe.Seed, recipe.Embedding.OfType<ForestOptions>().Single().Trees));
        Assert.Equal(RecipeJson.Fingerprint((await Of<IRunStore>().FindRunAsync(1, None))!.Recipe), published.Run.RecipeFingerprint);
    }

    private static Actor ActorOf(IEnumerable<PersonRow> people, string email)
        => people.First(person => person.Email.StartsWith(email, StringComparison.Ordinal)) is var one ? new(one.Id, one.Email, Enum.Parse<Role>(one.Role)) : Actor.Nobody;

    private T Of<T>()
        where T : notnull
        => _site.Services.GetRequiredService<T>();
}
