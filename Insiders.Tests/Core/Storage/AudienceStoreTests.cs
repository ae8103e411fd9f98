using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Storage;

public sealed class AudienceStoreTests : IAsyncLifetime
{
    private TempDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TempDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task What_was_saved_is_there_after_a_restart()
    {
        var saved = await Open().AddAsync("  Island of gifts ", ["c9", "c10"], 3, "ana", SavedRuns.Noon, CancellationToken.None);

        Assert.Equal(new Audience(1, "Island of gifts", "ana", 2, 3, SavedRuns.Noon), saved);
        Assert.Equal<Audience>([saved], (await Open().ListAsync(CancellationToken.None)).AsEnumerable());
        Assert.Equal<string>(["c10", "c9"], (await Open().ReadMembersAsync(1, CancellationToken.None)).AsEnumerable());
    }

    [Fact]
    public async Task A_change_touches_one_audience_and_never_its_id()
    {
        var store = Open();
        await store.AddAsync("One", ["a"], 1, "ana", SavedRuns.Noon, CancellationToken.None);
        await store.AddAsync("Two", ["b"], 1, "ben", SavedRuns.Noon, CancellationToken.None);

        await store.ChangeAsync(2, audience => audience with { Id = 1, Name = "Second", IsShared = true }, "ben", SavedRuns.Noon, CancellationToken.None);

        Assert.Equal([(1, "One", false), (2, "Second", true)], (await store.ListAsync(CancellationToken.None)).Select(audience => (audience.Id, audience.Name, audience.IsShared)));
    }

    [Fact]
    public async Task A_deleted_audience_can_be_had_back_for_thirty_days()
    {
        var store = Open();
        var first = await store.AddAsync("First", ["a"], 1, "ana", SavedRuns.Noon, CancellationToken.None);
        await store.ChangeAsync(first.Id, audience => audience with { DeletedAt = SavedRuns.Noon }, "ana", SavedRuns.Noon, CancellationToken.None);

        await store.AddAsync("Within", ["b"], 1, "ana", SavedRuns.Noon.AddDays(30), CancellationToken.None);
        Assert.Equal<string>(["a"], (await store.ReadMembersAsync(first.Id, CancellationToken.None)).AsEnumerable());

        await store.AddAsync("After", ["c"], 1, "ana", SavedRuns.Noon.AddDays(31), CancellationToken.None);
        Assert.Equal(["Within", "After"], (await store.ListAsync(CancellationToken.None)).Select(audience => audience.Name));
        Assert.Empty(await store.ReadMembersAsync(first.Id, CancellationToken.None));
        Assert.Equal([2, 3], (await store.ListAsync(CancellationToken.None)).Select(audience => audience.Id));
    }

    [Fact]
    public async Task A_name_is_not_blank_and_not_too_long()
    {
        var store = Open();

        await Assert.ThrowsAsync<ArgumentException>(() => store.AddAsync(" ", ["a"], 1, "ana", SavedRuns.Noon, CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => store.AddAsync(new string('x', 81), ["a"], 1, "ana", SavedRuns.Noon, CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => store.AddAsync("None", [], 1, "ana", SavedRuns.Noon, CancellationToken.None));
        Assert.Empty(await store.ListAsync(CancellationToken.None));
    }

    private AudienceStore Open() => new(new SettingsStore(_database.Path));
}
