using Insiders.Core.Storage.Sqlite;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Storage.Sqlite;

public sealed class DatabaseCopyTests : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new();
    private TempDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TempDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_copy_put_back_brings_the_state_of_its_moment()
    {
        var copies = new DatabaseCopy(_database.Path);
        var first = await _database.Store.SaveAsync(SampleResults.Of(40));
        await copies.WriteAsync(_folder.Combine("copy.db"), CancellationToken.None);
        await _database.Store.SaveAsync(SampleResults.Of(41));

        await copies.CheckAsync(_folder.Combine("copy.db"), CancellationToken.None);
        await copies.ReplaceAsync(_folder.Combine("copy.db"), CancellationToken.None);

        Assert.Equal([first], (await _database.Store.ListRunsAsync(CancellationToken.None)).Select(run => run.Id));
    }

    [Fact]
    public async Task A_file_that_is_no_database_of_ours_is_refused()
    {
        await _database.Store.SaveAsync(SampleResults.Of(40));
        await File.WriteAllTextAsync(_folder.Combine("bad.db"), new string('x', 8192));
        await File.WriteAllBytesAsync(_folder.Combine("empty.db"), []);

        foreach (var name in (string[])["bad.db", "empty.db"])
        {
            await Assert.ThrowsAsync<InvalidDataException>(() =>
                new DatabaseCopy(_database.Path).CheckAsync(_folder.Combine(name), CancellationToken.None));
        }

        Assert.Single(await _database.Store.ListRunsAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Two_copies_of_one_second_have_names_of_their_own_and_no_part_is_left()
    {
        var copies = new DatabaseCopy(_database.Path);

        var first = await copies.WriteBeforeMigrationAsync(_folder.Combine("kept"), SavedRuns.Noon, CancellationToken.None);
        var second = await copies.WriteBeforeMigrationAsync(_folder.Combine("kept"), SavedRuns.Noon, CancellationToken.None);

        Assert.Equal([first, second], Directory.GetFiles(_folder.Combine("kept")).Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public async Task Tables_that_are_about_to_change_are_copied_first()
        => Assert.True(File.Exists(await new DatabaseCopy(_database.Path).WriteBeforeMigrationAsync(_folder.Combine("kept"), SavedRuns.Noon, CancellationToken.None)));
}
