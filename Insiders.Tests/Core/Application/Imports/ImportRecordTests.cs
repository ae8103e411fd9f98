using Insiders.Core.Application.Imports;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Application.Imports;

public sealed class ImportRecordTests
{
    private static readonly ImportRecord s_import = new()
    {
        Id = "2020-02-29-a",
        FileName = "vendas março.csv",
        ImportedBy = "ana",
        ImportedAt = SavedRuns.Noon,
        RowsRead = 10,
        RowsLoaded = 7,
        RowsSkipped = 2,
        RowsRejected = 1,
        FirstDate = new DateOnly(2020, 1, 1),
        LastDate = new DateOnly(2020, 2, 28),
        Fingerprint = "abc",
    };

    [Fact]
    public async Task Imports_are_listed_newest_first()
    {
        await using var database = await TempDatabase.CreateAsync();
        var later = s_import with { Id = "b", ImportedAt = SavedRuns.Noon.AddTicks(1), FirstDate = null, LastDate = null };
        await database.Imports.AddImportAsync(s_import, CancellationToken.None);
        await database.Imports.AddImportAsync(later, CancellationToken.None);

        Assert.Equal([later, s_import], (await database.Imports.ListImportsAsync(CancellationToken.None)).AsEnumerable());
    }

    [Fact]
    public async Task An_import_whose_counts_do_not_add_up_is_refused()
    {
        await using var database = await TempDatabase.CreateAsync();

        var error = await Assert.ThrowsAsync<ArgumentException>(() => database.Imports.AddImportAsync(s_import with { RowsRead = 11 }, CancellationToken.None));

        Assert.Contains("11 rows read are not 7 loaded + 2 skipped + 1 rejected", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_is_undone_once_and_its_record_stays()
    {
        await using var database = await TempDatabase.CreateAsync();
        await database.Imports.AddImportAsync(s_import, CancellationToken.None);

        await database.Imports.MarkImportUndoneAsync(s_import.Id, "bea", SavedRuns.Noon.AddDays(1), CancellationToken.None);

        var import = Assert.Single(await database.Imports.ListImportsAsync(CancellationToken.None));
        Assert.Equal((SavedRuns.Noon.AddDays(1), "bea"), (import.UndoneAt, import.UndoneBy));
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => database.Imports.MarkImportUndoneAsync(s_import.Id, "bea", SavedRuns.Noon, CancellationToken.None));
    }
}
