using Insiders.Core.Application.SavedViews;
using Insiders.Core.Problems;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Core.Application.SavedViews;

public sealed class SavedViewServiceTests : IAsyncLifetime
{
    private TempDatabase _database = null!;

    private SavedViewService Views => new(new SavedViewStore(_database.Path), Actors.Access, TimeProvider.System);

    public async Task InitializeAsync() => _database = await TempDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Own_views_are_nobody_else_s_and_shared_ones_everybody_s()
    {
        await Views.AddAsync(Actors.Rui, "Mine", "segment=3", isShared: false, CancellationToken.None);
        await Views.AddAsync(Actors.Ben, "Ours", "segment=3", isShared: true, CancellationToken.None);

        Assert.Equal(["Mine"], Names((await Views.ReadAsync(Actors.Rui, CancellationToken.None)).Own));
        Assert.Empty((await Views.ReadAsync(Actors.Ben, CancellationToken.None)).Own);
        Assert.Equal(["Ours"], Names((await Views.ReadAsync(Actors.Rui, CancellationToken.None)).Shared));
        var entry = Assert.Single((await new AuditLog(_database.Path).ListAsync(0, 9, CancellationToken.None)).Entries); // own views are nobody else's business
        Assert.Equal(("view.saved", "Ours", "ben"), (entry.Action, entry.Subject, entry.Actor));
    }

    [Fact]
    public async Task Viewers_neither_share_nor_change_what_is_shared()
    {
        var ours = (await Views.AddAsync(Actors.Ben, "Ours", "segment=3", isShared: true, CancellationToken.None)).Value;

        Assert.Equal(ProblemCode.AccessDenied, (await Views.AddAsync(Actors.Rui, "Bad", "", isShared: true, CancellationToken.None)).Problem!.Code);
        Assert.Equal(ProblemCode.AccessDenied, (await Views.DeleteAsync(Actors.Rui, ours.Id, CancellationToken.None)).Problem!.Code);
        Assert.Equal(ProblemCode.AccessDenied, (await Views.RenameAsync(Actors.Rui, ours.Id, "Theirs", CancellationToken.None)).Problem!.Code);
        Assert.Equal(["Ours"], Names((await Views.ReadAsync(Actors.Ana, CancellationToken.None)).Shared));
    }

    [Fact]
    public async Task Nobody_changes_what_is_somebody_else_s()
    {
        var mine = (await Views.AddAsync(Actors.Rui, "Mine", "", isShared: false, CancellationToken.None)).Value;

        Assert.Equal(ProblemCode.ViewGone, (await Views.RenameAsync(Actors.Ana, mine.Id, "Hers", CancellationToken.None)).Problem!.Code);
        Assert.Equal(ProblemCode.ViewGone, (await Views.DeleteAsync(Actors.Ana, mine.Id, CancellationToken.None)).Problem!.Code);
        Assert.Equal(ProblemCode.AccessDenied, (await Views.PutBackAsync(Actors.Ana, mine with { Name = "Hers" }, CancellationToken.None)).Problem!.Code);
        Assert.Equal(["Mine"], Names((await Views.ReadAsync(Actors.Rui, CancellationToken.None)).Own));
    }

    [Fact]
    public async Task A_view_is_renamed_deleted_and_put_back()
    {
        var view = (await Views.AddAsync(Actors.Rui, "Mine", "segment=3", isShared: false, CancellationToken.None)).Value;

        await Views.RenameAsync(Actors.Rui, view.Id, "  =cmd|' /C calc'!A0 \n", CancellationToken.None);
        Assert.Equal(["=cmd|' /C calc'!A0"], Names((await Views.ReadAsync(Actors.Rui, CancellationToken.None)).Own));
        await Views.DeleteAsync(Actors.Rui, view.Id, CancellationToken.None);
        Assert.Empty((await Views.ReadAsync(Actors.Rui, CancellationToken.None)).Own);
        await Views.PutBackAsync(Actors.Rui, view, CancellationToken.None);
        Assert.Equal(view, Assert.Single((await Views.ReadAsync(Actors.Rui, CancellationToken.None)).Own));
    }

    [Fact]
    public async Task One_view_opens_first_until_it_is_gone()
    {
        var ours = (await Views.AddAsync(Actors.Ben, "Ours", "", isShared: true, CancellationToken.None)).Value;
        await Views.ChooseStandardAsync(Actors.Rui, ours.Id, CancellationToken.None);

        Assert.Equal("Ours", (await Views.ReadAsync(Actors.Rui, CancellationToken.None)).Standard!.Name);
        Assert.Null((await Views.ReadAsync(Actors.Ben, CancellationToken.None)).Standard);
        await Views.DeleteAsync(Actors.Ben, ours.Id, CancellationToken.None);
        Assert.Null((await Views.ReadAsync(Actors.Rui, CancellationToken.None)).Standard);
    }

    [Fact]
    public async Task A_view_without_a_name_is_refused_and_so_is_the_hundred_and_first()
    {
        Assert.Equal(ProblemCode.ViewNameless, (await Views.AddAsync(Actors.Rui, " \t", "", isShared: false, CancellationToken.None)).Problem!.Code);
        for (var i = 0; i < 100; i++)
        {
            Assert.Null((await Views.AddAsync(Actors.Rui, $"View {i}", "", isShared: false, CancellationToken.None)).Problem);
        }

        Assert.Equal(ProblemCode.ViewsFull, (await Views.AddAsync(Actors.Rui, "One more", "", isShared: false, CancellationToken.None)).Problem!.Code);
        Assert.Null((await Views.AddAsync(Actors.Ben, "Somebody else's", "", isShared: false, CancellationToken.None)).Problem);
    }

    private static IEnumerable<string> Names(IEnumerable<SavedView> views) => views.Select(view => view.Name);
}
