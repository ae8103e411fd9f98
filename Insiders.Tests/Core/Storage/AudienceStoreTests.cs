using Insiders.Core.Application.Audiences;
using Insiders.Core.Application.Audit;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Storage;

public sealed class AudienceStoreTests : IAsyncLifetime
{
    private static readonly AuditEntry s_entry = new(0, SavedRuns.Noon, "ana", "audience.saved", "x");
    private TempDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TempDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task What_was_saved_is_there_after_a_restart_and_the_audit_says_so()
    {
        var saved = await AddAsync("Island of gifts", ["c10", "c9"], SavedRuns.Noon);

        Assert.Equal(new Audience(1, "Island of gifts", "id-ana", "ana", 2, 3, SavedRuns.Noon), saved);
        Assert.Equal<Audience>([saved], (await Open().ListAsync(CancellationToken.None)).AsEnumerable());
        Assert.Equal<string>(["c10", "c9"], (await Open().ReadMembersAsync(1, CancellationToken.None)).AsEnumerable());
        Assert.Equal("audience.saved", Assert.Single((await new AuditLog(_database.Path).ListAsync(0, 9, CancellationToken.None)).Entries).Action);
    }

    [Fact]
    public async Task A_change_touches_one_audience_and_never_its_members()
    {
        await AddAsync("One", ["a"], SavedRuns.Noon);
        var two = await AddAsync("Two", ["b"], SavedRuns.Noon);

        await Open().SaveAsync(two with { Name = "Second", IsShared = true }, s_entry, CancellationToken.None);

        Assert.Equal([(1, "One", false), (2, "Second", true)], (await Open().ListAsync(CancellationToken.None)).Select(audience => (audience.Id, audience.Name, audience.IsShared)));
        Assert.Equal<string>(["b"], (await Open().ReadMembersAsync(2, CancellationToken.None)).AsEnumerable());
    }

    [Fact]
    public async Task A_deleted_audience_is_kept_until_it_is_swept_up_and_no_id_is_given_twice()
    {
        var first = await AddAsync("First", ["a"], SavedRuns.Noon);
        await Open().SaveAsync(first with { DeletedAt = SavedRuns.Noon }, s_entry, CancellationToken.None);

        await AddAsync("Within", ["b"], SavedRuns.Noon.AddDays(30));
        Assert.Equal<string>(["a"], (await Open().ReadMembersAsync(first.Id, CancellationToken.None)).AsEnumerable());

        await AddAsync("After", ["c"], SavedRuns.Noon.AddDays(31));
        Assert.Equal([(2, "Within"), (3, "After")], (await Open().ListAsync(CancellationToken.None)).Select(audience => (audience.Id, audience.Name)));
        Assert.Empty(await Open().ReadMembersAsync(first.Id, CancellationToken.None));
    }

    private AudienceStore Open() => new(_database.Path);

    private Task<Audience> AddAsync(string name, string[] customers, DateTimeOffset now)
        => Open().AddAsync(new Audience(0, name, "id-ana", "ana", customers.Length, 3, now), [.. customers], s_entry, now - AudienceService.KeptAfterDeletion, CancellationToken.None);
}
