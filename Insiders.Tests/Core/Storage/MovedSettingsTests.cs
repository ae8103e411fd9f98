using Insiders.Core.Application.Audiences;
using Insiders.Core.Application.Imports;
using Insiders.Core.Application.SavedViews;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Storage;

/// <summary>What earlier versions kept as texts among the settings, as they wrote them.</summary>
public sealed class MovedSettingsTests : IAsyncLifetime
{
    private TempDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _database = await TempDatabase.CreateAsync();
        var settings = new SettingsStore(_database.Path);
        await settings.SaveAsync("audiences", """[{"Id":2,"Name":"Old friends","Owner":"ana@shop.example","Customers":2,"RunId":1,"CreatedAt":"2026-03-02T12:00:00+00:00","IsShared":true,"DeletedAt":null},{"Id":5,"Name":"Gone","Owner":"eve@shop.example","Customers":1,"RunId":1,"CreatedAt":"2026-03-02T12:00:00+00:00","IsShared":false,"DeletedAt":"2026-03-03T12:00:00+00:00"}]""", "ana@shop.example", SavedRuns.Noon, CancellationToken.None);
        await settings.SaveAsync("audience:2", """["c1","c2"]""", "ana@shop.example", SavedRuns.Noon, CancellationToken.None);
        await settings.SaveAsync("audience:5", """["c9"]""", "eve@shop.example", SavedRuns.Noon, CancellationToken.None);
        await settings.SaveAsync("customer-views", """{"Views":[{"Id":"v1","Name":"Ours","Query":"segment=3","Owner":"ana@shop.example"}],"StandardId":null}""", "ana@shop.example", SavedRuns.Noon, CancellationToken.None);
        await settings.SaveAsync("customer-views/id-rui", """{"Views":[{"Id":"v2","Name":"Mine","Query":"","Owner":"rui@shop.example"}],"StandardId":"v1"}""", "rui@shop.example", SavedRuns.Noon, CancellationToken.None);
        await settings.SaveAsync("import.choices.abc", """{"encoding":null,"separator":";","decimalMark":null,"datePattern":"dd/MM/yyyy","columns":{}}""", "ana@shop.example", SavedRuns.Noon, CancellationToken.None);
        await settings.SaveAsync("schedule", """{"Kind":"Daily"}""", "ana@shop.example", SavedRuns.Noon, CancellationToken.None);
        await MoveAsync();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Audiences_keep_id_name_members_and_owner_who_is_found_by_name()
    {
        var store = new AudienceStore(_database.Path);

        Assert.Equal(
            [
                new Audience(2, "Old friends", "id-ana", "ana@shop.example", 2, 1, SavedRuns.Noon) { IsShared = true },
                new Audience(5, "Gone", "", "eve@shop.example", 1, 1, SavedRuns.Noon) { DeletedAt = SavedRuns.Noon.AddDays(1) },
            ],
            (await store.ListAsync(CancellationToken.None)).Select(audience => audience with { CreatedAt = SavedRuns.Noon, DeletedAt = audience.DeletedAt is null ? null : SavedRuns.Noon.AddDays(1) }));
        Assert.Equal<string>(["c1", "c2"], (await store.ReadMembersAsync(2, CancellationToken.None)).AsEnumerable());
        Assert.Equal<string>(["c9"], (await store.ReadMembersAsync(5, CancellationToken.None)).AsEnumerable());
    }

    [Fact]
    public async Task Views_stay_with_their_owner_and_the_one_that_opens_first_still_does()
    {
        var known = await new SavedViewStore(_database.Path).ReadAsync("id-rui", CancellationToken.None);

        Assert.Equal([new SavedView("v2", "Mine", "", "id-rui", "rui@shop.example", IsShared: false)], known.Own.AsEnumerable());
        Assert.Equal([new SavedView("v1", "Ours", "segment=3", "id-ana", "ana@shop.example", IsShared: true)], known.Shared.AsEnumerable());
        Assert.Equal("v1", known.Standard?.Id);
    }

    [Fact]
    public async Task What_was_chosen_for_files_with_the_same_headers_is_remembered()
    {
        var choices = await new ImportChoiceStore(_database.Path).FindAsync("abc", CancellationToken.None);

        Assert.Equal((';', "dd/MM/yyyy"), (choices!.Separator, choices.DatePattern));
        Assert.Equal(ImportChoices.None.Columns, choices.Columns);
    }

    [Fact]
    public async Task What_is_moved_is_no_setting_any_more_other_settings_stay_and_a_second_time_changes_nothing()
    {
        await MoveAsync();

        var settings = new SettingsStore(_database.Path);
        foreach (var key in new[] { "audiences", "audience:2", "audience:5", "customer-views", "customer-views/id-rui", "import.choices.abc" })
        {
            Assert.Null(await settings.FindAsync(key, CancellationToken.None));
        }

        Assert.NotNull(await settings.FindAsync("schedule", CancellationToken.None));
        Assert.Equal(2, (await new AudienceStore(_database.Path).ListAsync(CancellationToken.None)).Length);
    }

    private Task MoveAsync() => new MovedSettings(_database.Path).MoveAsync(name => name is "ana@shop.example" ? "id-ana" : null, CancellationToken.None);
}
