using System.Globalization;
using Insiders.Core.Application.Audit;
using Insiders.Core.Segments;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Account.Audit;

namespace Insiders.Tests.Web.Account.Audit;

public sealed class AuditNamesTests : UiTest
{
    private static readonly AuditNames s_names = new(
        new Dictionary<string, string> { ["ana@shop.example"] = "Ana Souza" },
        new Dictionary<long, SegmentName> { [4] = new("lost", "Lost Customers", "Clientes Perdidos"), [7] = new("elite", "Elite Spenders", "Elite") });

    [Theory]
    [InlineData("run.published", "3", null, "Run 3", null)]
    [InlineData("person.role", "ana@shop.example", "Viewer -> Analyst", "Ana Souza (ana@shop.example)", "Viewer → Analyst")]
    [InlineData("person.invited", "rui@shop.example", "Admin", "rui@shop.example", "Administrator")] // an account that is gone keeps its address
    [InlineData("segment.merged", "segment 4", "7, 4", "Lost Customers", "Elite Spenders, Lost Customers")]
    [InlineData("segment.recoloured", "segment 7", "#0072B2", "Elite Spenders", "#0072B2")]
    [InlineData("segment.renamed", "segment 9", "Top / Melhores", "a segment that no longer exists", "Top / Melhores")]
    [InlineData("import.loaded", "000001-1a2b3c", "sales.csv", "sales.csv", null)]
    [InlineData("import.loaded", "sales.csv", null, "sales.csv", null)]
    [InlineData("file.uploaded", "sales.csv", "45613056 bytes", "sales.csv", "43.5 MB")]
    [InlineData("settings.changed", "schedule", "{}", "Schedule", "{}")]
    [InlineData("backup.downloaded", "database", null, "Database", null)]
    [InlineData("audience.saved", "Friends", null, "Friends", null)]
    public void Entries_name_what_they_are_about(string action, string subject, string? detail, string expectedSubject, string? expectedDetail)
    {
        var entry = new AuditEntry(1, SavedRuns.Noon, "ana@shop.example", action, subject, detail);

        Assert.Equal((expectedSubject, expectedDetail), (s_names.SubjectOf(entry), s_names.DetailOf(entry)));
    }

    [Fact]
    public void Who_acted_is_named_and_the_program_is_itself()
    {
        Assert.Equal("Ana Souza (ana@shop.example)", s_names.ActorOf(Entry("ana@shop.example")));
        Assert.Equal("Insiders", s_names.ActorOf(Entry("Insiders")));

        static AuditEntry Entry(string actor) => new(1, SavedRuns.Noon, actor, "run.queued", "3");
    }

    [Fact]
    public void Names_are_those_of_the_readers_language()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("pt-BR");
        var entry = new AuditEntry(1, SavedRuns.Noon, "ana@shop.example", "segment.merged", "segment 4", "7");

        Assert.Equal(("Clientes Perdidos", "Elite"), (s_names.SubjectOf(entry), s_names.DetailOf(entry)));
    }
}
