using Insiders.Core.Application.Backups;
using Insiders.Core.Application.Disk;
using Insiders.Core.Ledger;
using Insiders.Core.Storage;
using Insiders.Core.Storage.Backups;
using Insiders.Web.Account;
using Microsoft.EntityFrameworkCore;

namespace Insiders.Tests.Kills;

/// <summary>The state of a data folder, as far as two states have to be distinguished.</summary>
/// <param name="Counts">Counts of its content.</param>
/// <param name="Sales">The sales of its ledger.</param>
/// <param name="Imports">Imports on record that were not undone, as one text.</param>
/// <param name="People">The accounts, as one text.</param>
/// <param name="Published">The published run.</param>
public sealed record FolderState(BackupCounts Counts, LedgerFingerprint Sales, string Imports, string People, long? Published)
{
    /// <summary>Reads the state of a folder.</summary>
    public static async Task<FolderState> ReadAsync(DataFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var (store, ledger) = (new RunStore(folder.Database), new SalesLedger(folder.Ledger));
        return new FolderState(
            await DatabaseCounts.ReadAsync(folder.Database, ledger.Imports(), CancellationToken.None),
            ledger.Fingerprint(),
            string.Join(' ', (await new ImportStore(folder.Database).ListImportsAsync(CancellationToken.None)).Where(import => import.UndoneAt is null).Select(import => import.Id).Order(StringComparer.Ordinal)),
            string.Join(' ', await PeopleAsync(folder)),
            (await store.FindPublishedAsync(CancellationToken.None))?.Run.Id);
    }

    private static async Task<IEnumerable<string>> PeopleAsync(DataFolder folder)
    {
        await using var people = new PeopleContext(PeopleContext.OptionsFor(folder));
        return await people.Users.OrderBy(person => person.Email).Select(person => person.Email!).ToListAsync();
    }
}
