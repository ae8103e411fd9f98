using System.Collections.Immutable;
using Insiders.Core.Application.Imports;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Features.Overview;

namespace Insiders.Tests.Web.Features.Overview;

public sealed class OverviewFreshnessTests
{
    private static readonly DateOnly s_lastSale = new(2017, 12, 7);

    // Newest first; fe + 02 = 100 in hexadecimal digits.
    private static readonly ImmutableArray<ImportRecord> s_imports =
        [Import("3", "11") with { UndoneAt = SavedRuns.Noon }, Import("2", "02"), Import("1", "fe")];

    [Fact]
    public void The_ledger_is_the_run_s_when_the_imports_that_count_add_up_to_its_fingerprint()
    {
        var fresh = OverviewFreshness.Of(s_lastSale, "00000000000000000000000000000100", s_imports, new DateOnly(2017, 12, 10));

        Assert.Equal((3, "2", false), (fresh.DaysSinceLastSale, fresh.LastImport!.Id, fresh.HasLedgerChanged));
    }

    [Fact]
    public void An_import_since_the_run_shows()
        => Assert.True(OverviewFreshness.Of(s_lastSale, "000000000000000000000000000000fe", s_imports, s_lastSale).HasLedgerChanged);

    [Fact]
    public void An_import_that_added_nothing_is_not_the_last_one()
    {
        var again = Import("4", "00") with { RowsLoaded = 0, RowsSkipped = 1 };

        Assert.Equal("2", OverviewFreshness.Of(s_lastSale, null, [again, .. s_imports], s_lastSale).LastImport!.Id);
        Assert.Null(OverviewFreshness.Of(s_lastSale, null, [again], s_lastSale).LastImport);
    }

    private static ImportRecord Import(string id, string fingerprint) => new()
    {
        Id = id,
        FileName = "sales.csv",
        ImportedBy = "ana",
        ImportedAt = SavedRuns.Noon,
        RowsRead = 1,
        RowsLoaded = 1,
        RowsSkipped = 0,
        RowsRejected = 0,
        FirstDate = null,
        LastDate = null,
        Fingerprint = fingerprint,
    };
}
