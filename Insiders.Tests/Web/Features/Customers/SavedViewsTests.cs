using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Web.Features.Customers;

namespace Insiders.Tests.Web.Features.Customers;

public sealed class SavedViewsTests
{
    private static readonly ViewActor s_ana = new("1", "ana@shop.example", MayShare: true);
    private static readonly ViewActor s_rui = new("2", "rui@shop.example", MayShare: false);

    [Fact]
    public async Task Own_views_are_nobody_else_s_and_shared_ones_everybody_s()
    {
        await using var database = await TempDatabase.CreateAsync();
        using var views = Views(database);
        await views.AddAsync(s_rui, View("a", "Mine"), shared: false, CancellationToken.None);
        await views.AddAsync(s_ana, View("b", "Ours"), shared: true, CancellationToken.None);

        Assert.Equal(["Mine"], Names((await views.ReadAsync("2", CancellationToken.None)).Own));
        Assert.Empty((await views.ReadAsync("1", CancellationToken.None)).Own);
        Assert.Equal(["Ours"], Names((await views.ReadAsync("2", CancellationToken.None)).Shared));
        var entry = Assert.Single((await new AuditLog(database.Path).ListAsync(0, 9, CancellationToken.None)).Entries); // own views are nobody else's business
        Assert.Equal(("view.saved", "Ours", "ana@shop.example"), (entry.Action, entry.Subject, entry.Actor));
    }

    [Fact]
    public async Task Viewers_neither_share_nor_change_what_is_shared()
    {
        await using var database = await TempDatabase.CreateAsync();
        using var views = Views(database);
        await views.AddAsync(s_ana, View("b", "Ours"), shared: true, CancellationToken.None);

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => views.AddAsync(s_rui, View("c", "Bad"), shared: true, CancellationToken.None));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => views.DeleteAsync(s_rui, View("b", "Ours"), shared: true, CancellationToken.None));
        Assert.Equal(["Ours"], Names((await views.ReadAsync(null, CancellationToken.None)).Shared));
    }

    [Fact]
    public async Task A_view_is_renamed_deleted_and_put_back()
    {
        await using var database = await TempDatabase.CreateAsync();
        using var views = Views(database);
        var view = View("a", "Mine");
        await views.AddAsync(s_rui, view, shared: false, CancellationToken.None);

        await views.RenameAsync(s_rui, view, "  =cmd|' /C calc'!A0 \n", shared: false, CancellationToken.None);
        Assert.Equal(["=cmd|' /C calc'!A0"], Names((await views.ReadAsync("2", CancellationToken.None)).Own));
        await views.DeleteAsync(s_rui, view, shared: false, CancellationToken.None);
        Assert.Empty((await views.ReadAsync("2", CancellationToken.None)).Own);
        await views.AddAsync(s_rui, view, shared: false, CancellationToken.None);
        Assert.Equal(view, Assert.Single((await views.ReadAsync("2", CancellationToken.None)).Own));
    }

    [Fact]
    public async Task One_view_opens_first_until_it_is_gone()
    {
        await using var database = await TempDatabase.CreateAsync();
        using var views = Views(database);
        await views.AddAsync(s_ana, View("b", "Ours"), shared: true, CancellationToken.None);
        await views.ChooseStandardAsync(s_rui, "b", CancellationToken.None);

        Assert.Equal("Ours", (await views.ReadAsync("2", CancellationToken.None)).Standard!.Name);
        Assert.Null((await views.ReadAsync("1", CancellationToken.None)).Standard);
        await views.DeleteAsync(s_ana, View("b", "Ours"), shared: true, CancellationToken.None);
        Assert.Null((await views.ReadAsync("2", CancellationToken.None)).Standard);
    }

    [Fact]
    public async Task A_view_without_a_name_is_refused()
    {
        await using var database = await TempDatabase.CreateAsync();
        using var views = Views(database);

        await Assert.ThrowsAsync<ArgumentException>(() => views.AddAsync(s_rui, View("a", " \t"), shared: false, CancellationToken.None));
    }

    [Theory]
    [InlineData("segment=3&q=a%20b", "/customers?segment=3&q=a%20b")]
    [InlineData("q=<img src=x onerror=alert(1)>", "/customers?q=%3Cimg%20src%3Dx%20onerror%3Dalert%281%29%3E")]
    [InlineData("//evil.example/", "/customers?%2F%2Fevil.example%2F=")]
    public void A_view_leads_to_the_list_and_nowhere_else(string query, string address) => Assert.Equal(address, ViewBar.AddressOf(View("a", "x") with { Query = query }));

    private static SavedViews Views(TempDatabase database) => new(new SettingsStore(database.Path), new AuditLog(database.Path), TimeProvider.System);

    private static SavedView View(string id, string name) => new(id, name, "segment=3", "rui@shop.example");

    private static IEnumerable<string> Names(IEnumerable<SavedView> views) => views.Select(view => view.Name);
}
